package dev.goloom.tests.examples;

import static java.time.Duration.ofMillis;
import static org.junit.jupiter.api.Assertions.*;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Nobody waits for a service longer than eighty milliseconds. */
@Execution(ExecutionMode.CONCURRENT)
class Google21Test {
    private static final Example EXAMPLE = new Example("Google21");

    @Test
    void process() {
        Results.assertNotWaitedFor(EXAMPLE.run(), "web", "image", "video");
    }

    @Test
    void output() {
        EXAMPLE.assertPrintsExpected();
    }

    @Test
    void everySchedule() {
        int[] timedOut = {0};
        EXAMPLE.explore(lines -> {
            List<String> texts = Line.texts(lines);
            Results.assertNotWaitedFor(texts, "web", "image", "video");
            Duration at = lines.getLast().at();
            assertEquals(at.toMillis() + " ms", texts.getLast());
            if (texts.getFirst().equals("timed out")) {
                assertEquals(ofMillis(80), at);
                timedOut[0]++;
            } else {
                assertTrue(at.compareTo(ofMillis(80)) <= 0, at.toString());
            }
        });
        // One answer of three is late with a chance of 1 - 0.8^3, 146 times of 300, with a standard deviation of 9.
        assertTrue(timedOut[0] > 100 && timedOut[0] < 200, timedOut[0] + " timed out");
    }
}
