package dev.goloom.tests.examples;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.*;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A message a second, for ever. */
@Execution(ExecutionMode.CONCURRENT)
class BoringTest {
    private static final Example EXAMPLE = new Example("Boring");

    @Test
    void process() throws IOException {
        assertEquals(Said.numbered("boring!", 3), EXAMPLE.firstLines(3));
    }

    @Test
    void output() {
        EXAMPLE.assertPrintsExpected(EXAMPLE.runningFor(ofMillis(4500)));
    }

    @Test
    void everySchedule() {
        EXAMPLE.explore(EXAMPLE.runningFor(ofMillis(4500)), lines -> {
            assertEquals(Said.numbered("boring!", 5), Line.texts(lines));
            assertEquals(List.of(ofSeconds(0), ofSeconds(1), ofSeconds(2), ofSeconds(3), ofSeconds(4)),
                    lines.stream().map(Line::at).toList());
        });
    }
}
