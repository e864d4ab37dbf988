package dev.goloom;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** The time of a {@link World}, and its alarms. It stands still until it is told to jump to the next alarm. */
final class VirtualClock {
    /** As in Go's {@code testing/synctest}. */
    private static final Instant START = Instant.parse("2000-01-01T00:00:00Z");

    private long nanos;
    private long entries;

    /** Earliest first, then in the order of their making. */
    private final PriorityQueue<Entry> alarms =
            new PriorityQueue<>(Comparator.comparingLong(Entry::due).thenComparingLong(Entry::number));

    private record Entry(long due, long number, Runnable action) {}

    long nanoTime() {
        return nanos;
    }

    Instant now() {
        return START.plusNanos(nanos);
    }

    Alarm schedule(long due, Runnable action) {
        Entry entry = new Entry(due, entries++, action);
        alarms.add(entry);
        return () -> alarms.remove(entry);
    }

    /** Jumps to the next alarm and runs it; returns false if there is none. */
    boolean runNext() {
        Entry next = alarms.poll();
        if (next == null) {
            return false;
        }
        nanos = Math.max(nanos, next.due());
        next.action().run();
        return true;
    }
}
