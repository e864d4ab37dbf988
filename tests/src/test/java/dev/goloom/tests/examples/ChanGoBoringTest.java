package dev.goloom.tests.examples;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Five messages over a channel. */
@Execution(ExecutionMode.CONCURRENT)
class ChanGoBoringTest {
    private static final Example EXAMPLE = new Example("ChanGoBoring");

    private static final List<String> LINES = List.of(
            "You say: \"boring! 0\"",
            "You say: \"boring! 1\"",
            "You say: \"boring! 2\"",
            "You say: \"boring! 3\"",
            "You say: \"boring! 4\"",
            "You're boring; I'm leaving.");

    @Test
    void process() {
        assertEquals(LINES, EXAMPLE.run());
    }

    @Test
    void output() {
        EXAMPLE.assertPrintsExpected();
    }

    @Test
    void everySchedule() {
        EXAMPLE.explore(lines -> {
            assertEquals(LINES, Line.texts(lines));
            Said.assertPauses("You say:", ofSeconds(1), lines);
        });
    }
}
