package dev.goloom.benchmarks;

import static dev.goloom.benchmarks.workloads.Contender.*;

import dev.goloom.benchmarks.Row.Section;
import dev.goloom.benchmarks.workloads.Contender;
import java.util.List;
import java.util.Optional;

/** Whether this library is as fast as it wants to be: beside Go, and never slower than another of the JVM's by a tenth. */
final class Goals {
    private static final List<Contender> OTHERS = List.of(JOX, SQ, LTQ, ABQ);
    private static final double A_TENTH = 1.1;

    /** For a message between two of 10 000 pairs: what must switch is measured by what a switch costs. */
    private static final double SWITCHES = 1.3;

    private Goals() {}

    /** A line for each row that has a goal or misses one. */
    static String of(List<Row> rows, Session session) {
        StringBuilder text = new StringBuilder();
        for (Row row : rows) {
            session.ratioToGo(row, GOLOOM).filter(ratio -> Double.isFinite(row.goal())).ifPresent(ratio ->
                    text.append(line(ratio, row.goal(), row.name(), "of Go's")));
            if (row.section() == Section.MAIN && !row.isHeap()) {
                behind(row, session, text);
            }
        }
        Optional<Measurement> spawned = find(rows, session, "spawn", GOLOOM);
        ratio(find(rows, session, "launcher", GOLOOM), spawned)
                .ifPresent(ratio -> text.append(line(ratio, A_TENTH, "launcher", "of the same by hand")));
        Optional<Measurement> floor = find(rows, session, "switch", BARE);
        ratio(find(rows, session, "pairs0", GOLOOM), floor)
                .ifPresent(ratio -> text.append(line(ratio, SWITCHES, "pairs0", "bare switches a message")));
        return text.toString();
    }

    /** Those of the JVM that are faster by more than a tenth. */
    private static void behind(Row row, Session session, StringBuilder text) {
        for (Contender other : OTHERS) {
            ratio(session.find(row, GOLOOM), session.find(row, other)).filter(ratio -> ratio > A_TENTH).ifPresent(ratio ->
                    text.append("BEHIND  %s: %s of %s's%n".formatted(row.name(), Figures.ratio(ratio), other.title)));
        }
    }

    private static String line(double ratio, double goal, String row, String unit) {
        return "%-6s  %s: %s %s, the goal is %s%n".formatted(
                ratio <= goal ? "met" : "MISSED", row, Figures.ratio(ratio), unit, Figures.ratio(goal));
    }

    private static Optional<Double> ratio(Optional<Measurement> one, Optional<Measurement> other) {
        return one.flatMap(o -> other.map(p -> o.median() / p.median()));
    }

    private static Optional<Measurement> find(List<Row> rows, Session session, String name, Contender contender) {
        return rows.stream().filter(row -> row.name().equals(name)).findFirst().flatMap(row -> session.find(row, contender));
    }
}
