package dev.goloom;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The goroutines that there are. */
public final class Goroutines {
    /** A power of two: goroutines are spread over this many lists, each with a lock of its own. */
    private static final int LISTS = 16;

    /**
     * So many in a row go into the same list: so whoever starts them and whoever runs those of a moment before seldom touch
     * the same lock, and need not fetch it from each other's processor.
     */
    private static final int RUN_LENGTH = 16;

    private static final Living[] LIVING = new Living[LISTS];

    /** How many were collected while they were blocked. */
    private static final AtomicInteger COLLECTED = new AtomicInteger();

    static {
        for (int i = 0; i < LISTS; i++) {
            LIVING[i] = new Living();
        }
    }

    private Goroutines() {}

    /** A doubly linked list of goroutines; its lock guards it and their links. */
    private static final class Living extends SpinLock {
        Launched first;
        int size;
    }

    /**
     * How many goroutines there are: Go's {@code runtime.NumGoroutine}. The main goroutine counts, also in a program
     * with a {@code main} of its own. Inside a {@link Synctest} those of the test are counted. Never blocks; by the time
     * the caller looks at it, it may be old.
     *
     * @return 1 or more; in a shutdown hook it may be 0
     */
    public static int count() {
        World world = World.current();
        if (world != null) {
            return world.count();
        }
        int count = Program.hasGeneratedMain() ? 0 : 1;
        for (Living living : LIVING) {
            living.acquire();
            count += living.size;
            living.release();
        }
        return count;
    }

    /**
     * Describes every goroutine: its name, its state ({@code chan send}, {@code chan receive}, {@code select},
     * {@code sleep}, {@code wait group}, {@code running}, …), the channel with its capacity and length, the goroutine
     * that started it, and its stack without the frames of this library. With {@code -Dgoloom.trace=true} also where it
     * was started, and for how long it has been blocked in an operation on a channel or a wait group or in a select. It is
     * what the deadlock report prints; Go's {@code runtime.Stack} and {@code SIGQUIT}.
     *
     * <p>The goroutines go on meanwhile, each is described as it is when its turn comes. In a program with a {@code main} of
     * its own, the thread of main is counted by {@link #count()}, but is not described.
     *
     * @return a paragraph for each goroutine, in the order of their starts
     */
    public static String dump() {
        World world = World.current();
        return world == null ? Dump.of(living()) : Dump.of(world);
    }

    /** Those that have been started and have not ended, in the order of their starts. */
    static List<Launched> living() {
        List<Launched> all = snapshot();
        all.sort(Comparator.comparingLong(launched -> launched.number));
        return all;
    }

    /** The same in any order. */
    static List<Launched> snapshot() {
        List<Launched> all = new ArrayList<>();
        for (Living living : LIVING) {
            living.acquire();
            try {
                for (Launched each = living.first; each != null; each = each.next) {
                    all.add(each);
                }
            } finally {
                living.release();
            }
        }
        return all;
    }

    static void countCollected() {
        COLLECTED.incrementAndGet();
    }

    static int collected() {
        return COLLECTED.get();
    }

    static void add(Launched launched) {
        Living living = listOf(launched);
        living.acquire();
        launched.next = living.first;
        if (living.first != null) {
            living.first.previous = launched;
        }
        living.first = launched;
        living.size++;
        living.release();
    }

    /** Takes one out, if it is still in: at its end, or where it could not be started after all. */
    static void remove(Launched launched) {
        Living living = listOf(launched);
        living.acquireAgain();
        if (launched.previous == null && living.first != launched) {
            living.release();
            return;
        }
        if (launched.previous == null) {
            living.first = launched.next;
        } else {
            launched.previous.next = launched.next;
        }
        if (launched.next != null) {
            launched.next.previous = launched.previous;
        }
        launched.previous = null;
        launched.next = null;
        living.size--;
        living.release();
    }

    private static Living listOf(Launched launched) {
        return LIVING[(int) (launched.number / RUN_LENGTH) & (LISTS - 1)];
    }
}
