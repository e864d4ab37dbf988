package dev.goloom;

import java.time.Duration;
import java.time.Instant;

/**
 * Delivers the time once, after a while, on a channel: Go's {@code time.Timer}, as of Go 1.23. After {@link #stop()} or
 * {@link #reset} has returned, no value from before is received. A timer that is unreachable is collected though it was
 * never stopped; a pending one costs no thread.
 *
 * @see Go#after(Duration)
 * @see <a href="https://pkg.go.dev/time#Timer">time.Timer</a>
 */
public final class Timer {
    private final Timing timing;

    /**
     * Starts a timer.
     *
     * @param duration from now; zero or less is now
     */
    public Timer(Duration duration) {
        this.timing = Timing.once(duration);
    }

    /**
     * The channel that delivers the time at which the timer went off. Its length and capacity are 0, and it is never
     * closed. To cancel it does not stop the timer; it only means that nobody can receive any more, and drops the value if
     * that was due.
     *
     * @return always the same channel
     */
    public RecvChan<Instant> c() {
        return timing.chan();
    }

    /**
     * Stops the timer: unless it is reset, nothing will be received from its channel. Never blocks.
     *
     * @return true if it was pending: neither stopped already, nor its value received
     */
    public boolean stop() {
        return timing.stop();
    }

    /**
     * Stops the timer and starts it again. Never blocks.
     *
     * @param duration from now; zero or less is now
     * @return true if it was pending: neither stopped already, nor its value received
     */
    public boolean reset(Duration duration) {
        return timing.reset(duration);
    }
}
