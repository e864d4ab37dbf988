package dev.goloom.tests.examples;

import static java.time.Duration.ofMillis;
import static org.junit.jupiter.api.Assertions.*;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The first of two replicas answers, so that few answers are late. */
@Execution(ExecutionMode.CONCURRENT)
class Google3Test {
    private static final Example EXAMPLE = new Example("Google3");

    @Test
    void process() {
        Results.assertNotWaitedFor(EXAMPLE.run(), "web[12]", "image[12]", "video[12]");
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
            Results.assertNotWaitedFor(texts, "web[12]", "image[12]", "video[12]");
            Duration at = lines.getLast().at();
            assertEquals(at.toMillis() + " ms", texts.getLast());
            if (texts.getFirst().equals("timed out")) {
                assertEquals(ofMillis(80), at);
                timedOut[0]++;
            } else {
                assertTrue(at.compareTo(ofMillis(80)) <= 0, at.toString());
            }
        });
        // Both replicas of one of three are late with a chance of 1 - 0.96^3, 35 times of 300, with a standard deviation of 6.
        assertTrue(timedOut[0] > 5 && timedOut[0] < 70, timedOut[0] + " timed out");
    }
}
