package dev.goloom.tests.examples;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.*;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Main listens for two seconds; with it the program ends. */
@Execution(ExecutionMode.CONCURRENT)
class WaitGoBoringTest {
    private static final Example EXAMPLE = new Example("WaitGoBoring");

    @Test
    void process() {
        List<String> lines = EXAMPLE.run();
        int leaving = lines.indexOf("You're boring; I'm leaving.");
        // Whoever is still running may say more until the JVM has ended.
        assertTrue(leaving > 1, lines.toString());
        assertIsListenedTo(lines.subList(0, leaving));
    }

    @Test
    void output() {
        EXAMPLE.assertPrintsExpected();
    }

    @Test
    void everySchedule() {
        EXAMPLE.explore(lines -> {
            assertEquals(new Line(ofSeconds(2), "You're boring; I'm leaving."), lines.getLast());
            assertIsListenedTo(Line.texts(lines.subList(0, lines.size() - 1)));
            Said.assertPauses("boring!", ofSeconds(1), lines);
        });
    }

    private static void assertIsListenedTo(List<String> lines) {
        int listening = lines.indexOf("I'm listening.");
        assertTrue(listening == 0 || listening == 1, lines.toString());
        List<String> said = new ArrayList<>(lines);
        said.remove(listening);
        assertEquals(Said.numbered("boring!", said.size()), said);
    }
}
