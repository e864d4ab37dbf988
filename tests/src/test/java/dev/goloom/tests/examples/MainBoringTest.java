package dev.goloom.tests.examples;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.*;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Messages for ever, less than a second apart. */
@Execution(ExecutionMode.CONCURRENT)
class MainBoringTest {
    private static final Example EXAMPLE = new Example("MainBoring");

    @Test
    void process() throws IOException {
        assertEquals(Said.numbered("boring!", 3), EXAMPLE.firstLines(3));
    }

    @Test
    void output() {
        EXAMPLE.assertPrintsExpected(EXAMPLE.runningFor(ofSeconds(4)));
    }

    @Test
    void everySchedule() {
        EXAMPLE.explore(EXAMPLE.runningFor(ofSeconds(4)), lines -> {
            assertEquals(Said.numbered("boring!", lines.size()), Line.texts(lines));
            assertTrue(lines.size() > 4, lines.toString());
            Said.assertPauses("boring!", ofSeconds(1), lines);
        });
    }
}
