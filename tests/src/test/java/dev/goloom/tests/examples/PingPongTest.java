package dev.goloom.tests.examples;

import static java.time.Duration.ofMillis;
import static org.junit.jupiter.api.Assertions.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The players take turns until main takes the ball. */
@Execution(ExecutionMode.CONCURRENT)
class PingPongTest {
    private static final Example EXAMPLE = new Example("PingPong");

    @Test
    void process() {
        assertTakeTurns(EXAMPLE.run());
    }

    @Test
    void output() {
        EXAMPLE.assertPrintsExpected();
    }

    @Test
    void everySchedule() {
        EXAMPLE.explore(lines -> {
            assertTakeTurns(Line.texts(lines));
            for (int i = 0; i < lines.size(); i++) {
                assertEquals(ofMillis(100).multipliedBy(i), lines.get(i).at());
            }
            // Main asks for the ball after one second; one player is before it in the queue, perhaps both.
            assertTrue(lines.size() == 11 || lines.size() == 12, lines.toString());
        });
    }

    private static void assertTakeTurns(List<String> lines) {
        assertFalse(lines.isEmpty());
        String first = lines.getFirst().equals("ping 1") ? "ping" : "pong";
        String second = first.equals("ping") ? "pong" : "ping";
        for (int i = 0; i < lines.size(); i++) {
            assertEquals((i % 2 == 0 ? first : second) + " " + (i + 1), lines.get(i));
        }
    }
}
