package dev.goloom.benchmarks;

import static dev.goloom.benchmarks.workloads.Contender.*;

import dev.goloom.benchmarks.workloads.Contender;
import java.util.List;
import java.util.Optional;

/** Whether this library is as fast as it wants to be: beside Go, and never slower than another of the JVM's by a tenth. */
final class Goals {
    private static final List<Contender> OTHERS = List.of(JOX, SQ, LTQ, ABQ, VT);
    private static final double A_TENTH = 1.1;

    private Goals() {}

    /** A line for each row that has a goal or misses one. */
    static String of(List<Row> rows, Session session) {
        StringBuilder text = new StringBuilder();
        for (Row row : rows) {
            session.ratioToGo(row, GOLOOM).filter(ratio -> Double.isFinite(row.goal())).ifPresent(ratio ->
                    text.append("%-6s  %s: %s of Go's, the goal is %s%n".formatted(
                            ratio <= row.goal() ? "met" : "MISSED", row.name(), Figures.ratio(ratio), Figures.ratio(row.goal()))));
            for (Contender other : OTHERS) {
                Optional<Double> ratio = session.find(row, GOLOOM)
                        .flatMap(own -> session.find(row, other).map(its -> own.median() / its.median()));
                ratio.filter(r -> r > A_TENTH).ifPresent(r ->
                        text.append("%-6s  %s: %s of %s%n".formatted("BEHIND", row.name(), Figures.ratio(r), other.title)));
            }
        }
        switches(rows, session, text);
        return text.toString();
    }

    /** 10 000 unbuffered pairs, in bare switches a message: what no other unit tells. */
    private static void switches(List<Row> rows, Session session, StringBuilder text) {
        Optional<Measurement> pairs = find(rows, session, "pairs0", GOLOOM);
        Optional<Measurement> bare = find(rows, session, "switch", BARE);
        if (pairs.isPresent() && bare.isPresent()) {
            double ratio = pairs.get().median() / bare.get().median();
            text.append("%-6s  pairs0: %s bare switches a message, the goal is 1.30%n".formatted(
                    ratio <= 1.3 ? "met" : "MISSED", Figures.ratio(ratio)));
        }
    }

    private static Optional<Measurement> find(List<Row> rows, Session session, String name, Contender contender) {
        return rows.stream().filter(row -> row.name().equals(name)).findFirst().flatMap(row -> session.find(row, contender));
    }
}
