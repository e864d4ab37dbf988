package dev.goloom;

import java.time.Duration;
import java.time.Instant;

/**
 * Delivers the time at regular intervals on a channel: Go's {@code time.Ticker}, as of Go 1.23. A receiver that is slow
 * misses ticks: at most one waits for it. After {@link #stop()} or {@link #reset} has returned, no tick from before is
 * received. A ticker that is unreachable is collected though it was never stopped; a running one costs no thread.
 *
 * @see Go#tick(Duration)
 * @see <a href="https://pkg.go.dev/time#Ticker">time.Ticker</a>
 */
public final class Ticker {
    private final Timing timing;

    /**
     * Starts a ticker; its first tick is one period from now.
     *
     * @param period more than zero
     * @throws IllegalArgumentException if {@code period} is zero or negative
     */
    public Ticker(Duration period) {
        this.timing = Timing.periodic(period);
    }

    /**
     * The channel that delivers the times at which the ticks were due, as the clock of the system tells them: a thread that
     * is preempted while it reads the clock delivers a later one. Its length and capacity are 0, and it is never closed.
     *
     * @return always the same channel
     */
    public RecvChan<Instant> c() {
        return timing.chan();
    }

    /** Stops the ticker: unless it is reset, nothing will be received from its channel. Never blocks. */
    public void stop() {
        timing.stop();
    }

    /**
     * Stops the ticker and starts it with another period; the first tick is one period from now. Never blocks.
     *
     * @param period more than zero
     * @throws IllegalArgumentException if {@code period} is zero or negative; the ticker is left as it was
     */
    public void reset(Duration period) {
        Timing.checkPeriod(period);
        timing.reset(period);
    }
}
