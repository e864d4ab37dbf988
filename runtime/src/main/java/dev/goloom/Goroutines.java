package dev.goloom;

/** The goroutines that there are. */
public final class Goroutines {
    /** A power of two: goroutines are spread over this many lists, so that starts rarely meet on a lock. */
    private static final int LISTS = 16;

    private static final Living[] LIVING = new Living[LISTS];

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
     * with a {@code main} of its own. Never blocks; by the time the caller looks at it, it may be old.
     *
     * @return 1 or more
     */
    public static int count() {
        int count = Program.hasGeneratedMain() ? 0 : 1;
        for (Living living : LIVING) {
            living.acquire();
            count += living.size;
            living.release();
        }
        return count;
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

    static void remove(Launched launched) {
        Living living = listOf(launched);
        living.acquire();
        if (launched.previous == null) {
            living.first = launched.next;
        } else {
            launched.previous.next = launched.next;
        }
        if (launched.next != null) {
            launched.next.previous = launched.previous;
        }
        living.size--;
        living.release();
    }

    private static Living listOf(Launched launched) {
        return LIVING[(int) launched.thread.threadId() & (LISTS - 1)];
    }
}
