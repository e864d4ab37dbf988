package dev.goloom.tests.examples;

import static java.time.Duration.ofMillis;
import static org.junit.jupiter.api.Assertions.*;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The three services are asked at once: each answers, and the slowest decides. */
@Execution(ExecutionMode.CONCURRENT)
class Google2Test {
    private static final Example EXAMPLE = new Example("Google2");

    @Test
    void process() {
        List<String> lines = EXAMPLE.run();
        Results.assertOnePerKind(Results.parse(lines.getFirst()), "web", "image", "video");
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
            assertEquals(2, lines.size());
            Results.assertOnePerKind(Results.parse(lines.getFirst().text()), "web", "image", "video");
            Duration at = lines.getLast().at();
            assertEquals(at.toMillis() + " ms", lines.getLast().text());
            assertTrue(at.compareTo(ofMillis(100)) < 0, at.toString());
        });
    }
}
