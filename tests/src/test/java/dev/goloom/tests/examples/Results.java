package dev.goloom.tests.examples;

import static org.junit.jupiter.api.Assertions.*;

import java.util.List;
import java.util.stream.Stream;

/** What the searches print. */
final class Results {
    private Results() {}

    /** The results in a line {@code [a, b, c]}. */
    static List<String> parse(String line) {
        assertTrue(line.startsWith("[") && line.endsWith("]"), line);
        return Stream.of(line.substring(1, line.length() - 1).split(", ")).filter(result -> !result.isEmpty()).toList();
    }

    /** Exactly one result of each kind. */
    static void assertOnePerKind(List<String> results, String... kinds) {
        assertEquals(kinds.length, results.size(), results.toString());
        for (String kind : kinds) {
            assertEquals(1, ofKind(results, kind), results.toString());
        }
    }

    /** Either all results, or first the word that it has timed out. */
    static void assertNotWaitedFor(List<String> lines, String... kinds) {
        boolean timedOut = lines.getFirst().equals("timed out");
        List<String> results = parse(lines.get(timedOut ? 1 : 0));
        if (timedOut) {
            assertTrue(results.size() < kinds.length, lines.toString());
            assertEquals(results.size(), Stream.of(kinds).mapToLong(kind -> ofKind(results, kind)).sum());
            assertTrue(Stream.of(kinds).allMatch(kind -> ofKind(results, kind) <= 1), lines.toString());
        } else {
            assertOnePerKind(results, kinds);
        }
        assertTrue(lines.getLast().matches("\\d+ ms"), lines.toString());
        assertEquals(timedOut ? 3 : 2, lines.size());
    }

    private static long ofKind(List<String> results, String kind) {
        return results.stream().filter(result -> result.matches(kind + " result for \"golang\"")).count();
    }
}
