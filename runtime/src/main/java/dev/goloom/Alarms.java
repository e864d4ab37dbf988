package dev.goloom;

import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/**
 * The alarms of the system's clock, and the daemon platform thread that lets them ring. As in Go's runtime (time.go) they
 * are a heap in which each has four below it, so that to set or cancel one of a hundred thousand takes a few steps, and
 * costs no object.
 *
 * <p>Invariants, whenever the lock is free:
 * <ol>
 *   <li>Those that are set are {@code heap[0]} to {@code heap[size - 1]}, and each knows its position.
 *   <li>None is due before the one above it.
 *   <li>The thread is about to look at the first of them, or sleeps no longer than that one is due; whoever makes it due
 *       earlier wakes it.
 * </ol>
 * The lock is taken after that of a channel, never before it.
 */
final class Alarms extends SpinLock {
    private static final int BELOW_EACH = 4;
    private static final int FIRST_LENGTH = 64;

    private Alarm[] heap = new Alarm[FIRST_LENGTH];

    /** When each of them is due, so that to compare them is to look at neighbours in memory. */
    private long[] dues = new long[FIRST_LENGTH];

    private int size;

    /** How many of them are set only while a goroutine waits. */
    private int awaited;

    /** Whether the thread has taken one off that may be ringing still. */
    private boolean ringing;

    /** Until when the thread sleeps, if it does. */
    private long wakesAt = System.nanoTime() + Clock.LONGEST_NANOS;

    private final Thread thread = new DaemonThread("goloom-timers") {
        @Override
        void doNext() {
            next().ring();
        }
    };
    private volatile boolean started;

    /**
     * Sets an alarm, again if it is set, for the time {@code due}.
     *
     * @return whether the caller must {@link #wake} the thread, once it holds no lock
     */
    boolean set(Alarm alarm, long due) {
        acquireNext();
        try {
            if (alarm.isSet()) {
                remove(alarm);
            }
            alarm.due = due;
            add(alarm);
            boolean earlier = due - wakesAt < 0;
            if (earlier) {
                wakesAt = due;
            }
            return earlier || !started;
        } finally {
            release();
        }
    }

    /** Keeps an alarm from ringing, if it has not come off already. */
    void cancel(Alarm alarm) {
        acquireNext();
        if (alarm.isSet()) {
            remove(alarm);
        }
        release();
    }

    /** Wakes the thread, and starts it if nobody has yet. If the system has no thread to give, whoever sets an alarm tries again. */
    void wake() {
        if (!started) {
            start();
        }
        LockSupport.unpark(thread);
    }

    private synchronized void start() {
        if (!started) {
            thread.start();
            started = true;
        }
    }

    /** Whether an alarm rings just now, or a goroutine waits for one to ring. */
    boolean isAnyAwaited() {
        acquire();
        boolean any = ringing || awaited > 0;
        release();
        return any;
    }

    // ---- the thread

    /** Waits until an alarm is due, and takes it off. */
    private Alarm next() {
        for (;;) {
            long now = System.nanoTime();
            Alarm due = takeOffIfDue(now);
            if (due != null) {
                return due;
            }
            // No alarm is referred to here: one that is cancelled meanwhile can be collected. Whoever changes the time wakes it.
            LockSupport.parkNanos(this, wakesAt - now);
            // Nobody has a reason to interrupt this thread; but it would not sleep any more.
            Thread.interrupted();
        }
    }

    /** The first alarm, taken off; null if it is not due, and then the thread may sleep until it is. */
    private Alarm takeOffIfDue(long now) {
        acquire();
        Alarm first = size == 0 ? null : heap[0];
        boolean due = first != null && dues[0] - now <= 0;
        ringing = due;
        if (due) {
            remove(first);
        } else {
            wakesAt = first == null ? now + Clock.LONGEST_NANOS : dues[0];
        }
        release();
        return due ? first : null;
    }

    // ---- the heap, with the lock held

    private void add(Alarm alarm) {
        if (size == heap.length) {
            Alarm[] larger = Arrays.copyOf(heap, 2 * size);
            dues = Arrays.copyOf(dues, 2 * size);
            heap = larger;
        }
        awaited += alarm.isAwaited() ? 1 : 0;
        moveUp(size++, alarm, alarm.due);
    }

    private void remove(Alarm alarm) {
        int position = alarm.position;
        alarm.takeOff();
        awaited -= alarm.isAwaited() ? 1 : 0;
        Alarm last = heap[--size];
        heap[size] = null;
        if (position < size) {
            // The last one takes its place, or one nearby.
            long due = dues[size];
            if (due - dues[position] < 0) {
                moveUp(position, last, due);
            } else {
                moveDown(position, last, due);
            }
        }
    }

    /** Puts {@code alarm} at {@code position}, or as far above as it is due before those there. */
    private void moveUp(int position, Alarm alarm, long due) {
        int at = position;
        while (at > 0) {
            int above = (at - 1) / BELOW_EACH;
            if (dues[above] - due <= 0) {
                break;
            }
            put(at, heap[above], dues[above]);
            at = above;
        }
        put(at, alarm, due);
    }

    /** Puts {@code alarm} at {@code position}, or as far below as it is due after those there. */
    private void moveDown(int position, Alarm alarm, long due) {
        int at = position;
        for (;;) {
            int below = earliestBelow(at);
            if (below < 0 || dues[below] - due >= 0) {
                break;
            }
            put(at, heap[below], dues[below]);
            at = below;
        }
        put(at, alarm, due);
    }

    /** The position of the one that is due first of those below {@code position}; -1 if there is none. */
    private int earliestBelow(int position) {
        int from = BELOW_EACH * position + 1;
        int to = Math.min(from + BELOW_EACH, size);
        int earliest = -1;
        for (int i = from; i < to; i++) {
            if (earliest < 0 || dues[i] - dues[earliest] < 0) {
                earliest = i;
            }
        }
        return earliest;
    }

    private void put(int position, Alarm alarm, long due) {
        heap[position] = alarm;
        dues[position] = due;
        alarm.position = position;
    }
}
