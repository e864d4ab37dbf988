package dev.goloom;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts how often the runtime lets a parked thread go on, while somebody wants to know. Threads that were found parked in the
 * runtime one after the other were all parked at once if the count has not changed meanwhile.
 */
final class WakeUps {
    private static final AtomicLong COUNT = new AtomicLong();

    /** Where nobody wants to know, which is nearly always, to count is to read this. */
    private static volatile boolean counting;

    private WakeUps() {}

    /** Called before a thread that is parked for good may go on. */
    static void count() {
        if (counting) {
            COUNT.incrementAndGet();
        }
    }

    static void startCounting() {
        counting = true;
    }

    static boolean isCounting() {
        return counting;
    }

    static void stopCounting() {
        counting = false;
    }

    /** Only to be compared with what it was. */
    static long counted() {
        return COUNT.get();
    }
}
