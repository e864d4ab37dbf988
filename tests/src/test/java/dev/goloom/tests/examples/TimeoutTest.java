package dev.goloom.tests.examples;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Joe is left as soon as he is silent for a second. */
@Execution(ExecutionMode.CONCURRENT)
class TimeoutTest {
    private static final Example EXAMPLE = new Example("Timeout");

    @Test
    void process() {
        assertTooSlow(EXAMPLE.run());
    }

    @Test
    void output() {
        EXAMPLE.assertPrintsExpected();
    }

    @Test
    void everySchedule() {
        EXAMPLE.explore(lines -> {
            assertTooSlow(Line.texts(lines));
            Said.assertPauses("Joe", ofSeconds(1), lines);
            assertEquals(lines.get(lines.size() - 2).at().plusSeconds(1), lines.getLast().at());
        });
    }

    private static void assertTooSlow(List<String> lines) {
        int said = lines.size() - 1;
        assertTrue(said > 0, lines.toString());
        assertEquals(Said.numbered("Joe", said), lines.subList(0, said));
        assertEquals("You're too slow.", lines.getLast());
    }
}
