package dev.goloom;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What happens when the collector finds an object unreachable: an action runs, if this is itself still reachable then. So
 * whoever has no more use for the action lets go of this; there is no list of all of them to be taken out of, as there is
 * in a {@link java.lang.ref.Cleaner}, and the collector need not look at it either.
 *
 * <p>The actions run one after the other, on a daemon platform thread of their own.
 */
final class Collected extends PhantomReference<Object> {
    private static final ReferenceQueue<Object> UNREACHABLE = new ReferenceQueue<>();

    /** Those that nobody else keeps. */
    private static final Set<Collected> KEPT = ConcurrentHashMap.newKeySet();

    /** How many actions are under way: 0 or 1. */
    private static final AtomicInteger RUNNING = new AtomicInteger();

    private static final int SECONDS_FOR_A_COLLECTION = 2;

    static {
        new DaemonThread("goloom-collected") {
            @Override
            void doNext() throws InterruptedException {
                ((Collected) UNREACHABLE.remove()).runAction();
            }
        }.start();
    }

    private final Runnable action;

    /** @param action what to run once {@code object} is unreachable; must not refer to it */
    Collected(Object object, Runnable action) {
        super(object, UNREACHABLE);
        this.action = action;
    }

    private void runAction() {
        RUNNING.incrementAndGet();
        try {
            KEPT.remove(this);
            action.run();
        } finally {
            RUNNING.decrementAndGet();
        }
    }

    /** Runs {@code action}, which must not refer to {@code object}, once that is unreachable. */
    static void afterwards(Object object, Runnable action) {
        KEPT.add(new Collected(object, action));
        Reference.reachabilityFence(object);
    }

    static boolean isRunning() {
        return RUNNING.get() > 0;
    }

    /**
     * Lets a collection run, and the actions of what it has found. The second round is for actions that were still
     * waiting when that of the first sentinel ran; and for what the first actions made unreachable.
     *
     * @return false if that takes long, or for ever, as with {@code -XX:+DisableExplicitGC}
     */
    static boolean collect() throws InterruptedException {
        for (int round = 0; round < 2; round++) {
            CountDownLatch sentinelGone = new CountDownLatch(1);
            Collected sentinel = new Collected(new Object(), sentinelGone::countDown);
            KEPT.add(sentinel);
            System.gc();
            if (!sentinelGone.await(SECONDS_FOR_A_COLLECTION, TimeUnit.SECONDS)) {
                KEPT.remove(sentinel);
                return false;
            }
        }
        return true;
    }
}
