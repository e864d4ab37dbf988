package dev.goloom.tests.examples;

import java.time.Duration;
import java.util.List;

/** A line that a program has printed, and the virtual time since its start. */
record Line(Duration at, String text) {
    static List<String> texts(List<Line> lines) {
        return lines.stream().map(Line::text).toList();
    }
}
