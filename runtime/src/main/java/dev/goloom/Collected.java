package dev.goloom;

import java.lang.ref.Cleaner;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What happens when the collector finds an object unreachable. */
final class Collected {
    /** Runs its actions one after the other, on a daemon platform thread of its own. */
    private static final Cleaner CLEANER = Cleaner.create();

    /** How many actions are under way: 0 or 1. */
    private static final AtomicInteger RUNNING = new AtomicInteger();

    private static final int SECONDS_FOR_A_COLLECTION = 2;

    private Collected() {}

    /** Runs {@code action}, which must not refer to {@code object}, once that is unreachable. */
    static void afterwards(Object object, Runnable action) {
        CLEANER.register(object, () -> {
            RUNNING.incrementAndGet();
            try {
                action.run();
            } finally {
                RUNNING.decrementAndGet();
            }
        });
    }

    static boolean isRunning() {
        return RUNNING.get() > 0;
    }

    /**
     * Lets a collection run, and the actions of what it has found. The second round is for actions that were still
     * waiting when that of the first sentinel ran; and for what the first actions made unreachable.
     */
    static void collect() throws InterruptedException {
        for (int round = 0; round < 2; round++) {
            CountDownLatch sentinelGone = new CountDownLatch(1);
            CLEANER.register(new Object(), sentinelGone::countDown);
            System.gc();
            sentinelGone.await(SECONDS_FOR_A_COLLECTION, TimeUnit.SECONDS);
        }
    }
}
