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
    private long entries;

    private final TreeSet<Entry> future =
            new TreeSet<>(Comparator.comparingLong(Entry::due).thenComparingLong(Entry::number));

    /** Those of this moment, not run yet. */
    private final List<Entry> due = new ArrayList<>();

    private record Entry(long due, long number, Runnable action) {}

    long nanoTime() {
        return nanos;
    }

    /** The time that the clock shows at {@code nanoTime}. */
    static Instant at(long nanoTime) {
        return START.plusNanos(nanoTime);
    }

    Alarm schedule(long nanoTime, Runnable action) {
        Entry entry = new Entry(nanoTime, entries++, action);
        if (nanoTime - nanos <= 0) {
            due.add(entry);
        } else {
            future.add(entry);
        }
        return () -> {
            if (!future.remove(entry)) {
                due.remove(entry);
            }
        };
    }

    /** Whether there is an alarm of this moment. */
    boolean isAnyDue() {
        return !due.isEmpty();
    }

    /** Whether there is an alarm at all. */
    boolean isAnyLeft() {
        return isAnyDue() || !future.isEmpty();
    }

    /** Takes out one of the alarms that are due, of which {@code choice} chooses, and returns what it is to do. */
    Runnable next(IntUnaryOperator choice) {
        return due.remove(choice.applyAsInt(due.size())).action();
    }

    /** Jumps to the next moment that has an alarm; returns false if there is none. */
    boolean jump() {
        if (future.isEmpty()) {
            return false;
        }
        nanos = future.first().due();
        while (!future.isEmpty() && future.first().due() == nanos) {
            due.add(future.pollFirst());
        }
        return true;
    }
}
