package dev.goloom.benchmarks;

import static dev.goloom.benchmarks.Row.Section.*;
import static dev.goloom.benchmarks.workloads.Contender.*;

import dev.goloom.benchmarks.Row.Section;
import dev.goloom.benchmarks.workloads.Contender;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The tables of a session. */
final class Tables {
    /** Those that share the last column, where each says who it is. */
    private static final List<Contender> JDK = List.of(SQ, LTQ, ABQ, VT, BARE);

    /** What a factor may exceed and still be called linear: noise. */
    private static final double TOLERANCE = 1.1;

    private final List<Row> rows;
    private final Session session;

    Tables(List<Row> rows, Session session) {
        this.rows = rows.stream().filter(session::has).toList();
        this.session = session;
    }

    /** All tables that have rows, each with its title. */
    String all() {
        StringBuilder text = new StringBuilder();
        text.append(session.environment().sentence()).append(' ').append(session.settings().sentence()).append('\n');
        append(text, MAIN, "Side by side", main());
        append(text, SEAM, "Ordinary channels before and after a Synctest", seam());
        append(text, GOROUTINES, "Growth: goroutines that wait, each on a channel of its own", growth(GOROUTINES));
        append(text, ARMS, "Growth: arms of a select", growth(ARMS));
        append(text, SENDERS, "Growth: senders on one channel", growth(SENDERS));
        return text.toString();
    }

    private void append(StringBuilder text, Section section, String title, MarkdownTable table) {
        if (rows.stream().anyMatch(in(section))) {
            text.append("\n**").append(title).append("**\n\n").append(table);
        }
    }

    private static Predicate<Row> in(Section section) {
        return row -> row.section() == section;
    }

    private MarkdownTable main() {
        MarkdownTable table = new MarkdownTable(List.of("workload", "Goloom", "Go", "Goloom / Go", "jox", "JDK", "signal"));
        for (Row row : rows.stream().filter(in(MAIN)).toList()) {
            table.add(List.of(
                    row.title(),
                    cell(row, GOLOOM),
                    cell(row, GO),
                    session.ratioToGo(row, GOLOOM).map(Figures::ratio).orElse(""),
                    cell(row, JOX),
                    JDK.stream()
                            .filter(contender -> session.find(row, contender).isPresent())
                            .map(contender -> contender + " " + cell(row, contender))
                            .collect(Collectors.joining(" · ")),
                    session.find(row, GOLOOM).map(measurement -> Figures.signal(row, measurement)).orElse("")));
        }
        return table;
    }

    private MarkdownTable seam() {
        MarkdownTable table = new MarkdownTable(List.of("workload", "before", "after", "after / before"));
        for (Row row : rows.stream().filter(in(SEAM)).toList()) {
            Optional<Measurement> before = session.find(row, GOLOOM);
            Optional<Measurement> after = session.find(row, GOLOOM_AFTER_SYNCTEST);
            table.add(List.of(
                    row.title(),
                    cell(row, GOLOOM),
                    cell(row, GOLOOM_AFTER_SYNCTEST),
                    before.flatMap(b -> after.map(a -> Figures.ratio(a.median() / b.median()))).orElse("")));
        }
        return table;
    }

    private String cell(Row row, Contender contender) {
        return session.find(row, contender).map(measurement -> Figures.spread(row, measurement)).orElse("");
    }

    private MarkdownTable growth(Section section) {
        List<Row> sizes = rows.stream().filter(in(section)).toList();
        List<Contender> contenders = sizes.stream().flatMap(row -> row.contenders().stream()).distinct().sorted()
                .filter(contender -> sizes.stream().anyMatch(row -> session.find(row, contender).isPresent()))
                .toList();
        List<String> header = new ArrayList<>(List.of("from → to"));
        contenders.forEach(contender -> header.add(contender.title));
        MarkdownTable table = new MarkdownTable(header);
        for (int i = 1; i < sizes.size(); i++) {
            Row from = sizes.get(i - 1);
            Row to = sizes.get(i);
            List<String> cells = new ArrayList<>(List.of(String.format(Locale.ROOT, "%,d → %,d", from.size(), to.size())));
            contenders.forEach(contender -> cells.add(step(from, to, contender)));
            table.add(cells);
        }
        return table;
    }

    /** How many times as long the whole work takes, and whether that is more than the factor by which it has grown. */
    private String step(Row from, Row to, Contender contender) {
        Optional<Measurement> before = session.find(from, contender);
        Optional<Measurement> after = session.find(to, contender);
        if (before.isEmpty() || after.isEmpty()) {
            return "";
        }
        double times = to.whole(after.get().median()) / from.whole(before.get().median());
        boolean worse = times > TOLERANCE * to.size() / from.size();
        return "× %s, %s each%s".formatted(
                Figures.ratio(times), Figures.median(to, after.get()), worse ? ", **worse than linear**" : "");
    }
}
