package dev.goloom.benchmarks;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SignalTest {
    /** Less than a nanosecond would mean that nobody answered. */
    @Test
    @Timeout(30)
    void takesAsLongAsAProcessorNeedsToHearOfAnother() throws InterruptedException {
        double nanoseconds = Signal.measure();
        assertTrue(nanoseconds > 1 && nanoseconds < 1e6, () -> nanoseconds + " ns");
    }
}
