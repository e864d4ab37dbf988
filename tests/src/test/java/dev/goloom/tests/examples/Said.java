package dev.goloom.tests.examples;

import static org.junit.jupiter.api.Assertions.*;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** What the boring say: a name and a number that counts up. */
final class Said {
    private Said() {}

    /** {@code msg 0}, {@code msg 1} and so on. */
    static List<String> numbered(String msg, int count) {
        return IntStream.range(0, count).mapToObj(i -> msg + " " + i).toList();
    }

    /** Whoever is called {@code name} has left no number out. */
    static void assertInOrder(String name, List<String> lines) {
        List<String> said = lines.stream().filter(line -> line.startsWith(name + " ")).toList();
        assertEquals(numbered(name, said.size()), said);
    }

    /** Whoever is called {@code name} pauses for less than {@code bound}. */
    static void assertPauses(String name, Duration bound, List<Line> lines) {
        List<Line> said = lines.stream().filter(line -> line.text().startsWith(name + " ")).toList();
        for (int i = 1; i < said.size(); i++) {
            Duration pause = said.get(i).at().minus(said.get(i - 1).at());
            assertTrue(pause.compareTo(bound) < 0, () -> said.toString());
        }
    }
}
