package dev.goloom.tests.examples;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Joe may talk for five seconds. */
@Execution(ExecutionMode.CONCURRENT)
class TimeoutAllTest {
    private static final Example EXAMPLE = new Example("TimeoutAll");

    @Test
    void process() {
        assertTooMuch(EXAMPLE.run());
    }

    @Test
    void output() {
        EXAMPLE.assertPrintsExpected();
    }

    @Test
    void everySchedule() {
        EXAMPLE.explore(lines -> {
            assertTooMuch(Line.texts(lines));
            Said.assertPauses("Joe", ofMillis(1500), lines);
            assertEquals(ofSeconds(5), lines.getLast().at());
        });
    }

    private static void assertTooMuch(List<String> lines) {
        int said = lines.size() - 1;
        assertTrue(said > 0, lines.toString());
        assertEquals(Said.numbered("Joe", said), lines.subList(0, said));
        assertEquals("You talk too much.", lines.getLast());
    }
}
