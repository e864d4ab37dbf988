package dev.goloom.tests.examples;

import static java.time.Duration.ofMillis;
import static org.junit.jupiter.api.Assertions.*;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The three services are asked in turn. */
@Execution(ExecutionMode.CONCURRENT)
class Google1Test {
    private static final Example EXAMPLE = new Example("Google1");

    private static final String RESULTS =
            "[web result for \"golang\", image result for \"golang\", video result for \"golang\"]";

    @Test
    void process() {
        List<String> lines = EXAMPLE.run();
        assertEquals(RESULTS, lines.getFirst());
        assertTrue(lines.getLast().matches("\\d+ ms"), lines.toString());
        assertEquals(2, lines.size());
    }

    @Test
    void output() {
        EXAMPLE.assertPrintsExpected();
    }

    @Test
    void everySchedule() {
        EXAMPLE.explore(lines -> {
            Duration at = lines.getLast().at();
            assertEquals(List.of(RESULTS, at.toMillis() + " ms"), Line.texts(lines));
            assertTrue(at.compareTo(ofMillis(300)) < 0, at.toString());
        });
    }
}
