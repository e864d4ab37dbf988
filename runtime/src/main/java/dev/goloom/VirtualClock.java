package dev.goloom;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;

/**
 * The time of a {@link World}, and its alarms. It stands still until it is told to jump. Then all alarms of the next
 * moment are due at once; in which order they are run, and what goroutines do in between, is the schedule's choice.
 */
final class VirtualClock {
    /** As in Go's {@code testing/synctest}. */
    private static final Instant START = Instant.parse("2000-01-01T00:00:00Z");

    private long nanos;

    /** How many have been set: the position of an alarm is its number. */
    private int numbers;

    private final TreeSet<Alarm> future =
            new TreeSet<>(Comparator.<Alarm>comparingLong(alarm -> alarm.due).thenComparingInt(alarm -> alarm.position));

    /** Those of this moment, which have not rung yet. */
    private final List<Alarm> due = new ArrayList<>();

    long nanoTime() {
        return nanos;
    }

    /** The time that the clock shows at {@code nanoTime}. */
    static Instant at(long nanoTime) {
        return START.plusNanos(nanoTime);
    }

    /** Sets an alarm, again if it is set. */
    void set(Alarm alarm, long nanoTime) {
        cancel(alarm);
        alarm.due = nanoTime;
        alarm.position = numbers++;
        if (nanoTime - nanos <= 0) {
            due.add(alarm);
        } else {
            future.add(alarm);
        }
    }

    void cancel(Alarm alarm) {
        if (alarm.isSet()) {
            if (!future.remove(alarm)) {
                due.remove(alarm);
            }
            alarm.takeOff();
        }
    }

    /** Whether there is an alarm of this moment. */
    boolean isAnyDue() {
        return !due.isEmpty();
    }

    /** Whether there is an alarm at all. */
    boolean isAnyLeft() {
        return isAnyDue() || !future.isEmpty();
    }

    /** Takes out one of the alarms that are due, of which {@code choice} chooses: it is to ring. */
    Alarm next(IntUnaryOperator choice) {
        Alarm next = due.remove(choice.applyAsInt(due.size()));
        next.takeOff();
        return next;
    }

    /** Jumps to the next moment that has an alarm; returns false if there is none. */
    boolean jump() {
        if (future.isEmpty()) {
            return false;
        }
        nanos = future.first().due;
        while (!future.isEmpty() && future.first().due == nanos) {
            due.add(future.pollFirst());
        }
        return true;
    }
}
