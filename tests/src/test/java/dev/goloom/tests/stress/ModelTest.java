package dev.goloom.tests.stress;

import dev.goloom.tests.support.Stress;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Random operations of many goroutines on many channels agree with a sequential model of what may be received: each
 * element that was sent is received exactly once, or at most once if its channel was cancelled; none that was not; those of
 * one sender on one channel in order; and nothing is sent, and no element received, after the end that a channel has met.
 */
class ModelTest {
    @Test
    void nothingIsLostOrDoubled() {
        Stress.run("ModelTest", 3, seed -> new ModelRound(new SplittableRandom(seed)).run());
    }
}
