package dev.goloom.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table in Markdown whose columns are padded, so that it reads well as plain text too. */
final class MarkdownTable {
    private final List<List<String>> lines = new ArrayList<>();

    MarkdownTable(List<String> header) {
        lines.add(header);
    }

    void add(List<String> cells) {
        lines.add(cells);
    }

    @Override
    public String toString() {
        List<Integer> widths = IntStream.range(0, lines.getFirst().size())
                .mapToObj(column -> lines.stream().mapToInt(line -> line.get(column).length()).max().orElseThrow())
                .toList();
        List<String> rule = widths.stream().map("-"::repeat).toList();
        StringBuilder text = new StringBuilder();
        text.append(line(lines.getFirst(), widths)).append(line(rule, widths));
        lines.stream().skip(1).forEach(line -> text.append(line(line, widths)));
        return text.toString();
    }

    private static String line(List<String> cells, List<Integer> widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> cells.get(column) + " ".repeat(widths.get(column) - cells.get(column).length()))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
