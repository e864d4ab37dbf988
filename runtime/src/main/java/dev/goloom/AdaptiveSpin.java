package dev.goloom;

/**
 * How long a waiter of an unbuffered channel looks for its outcome before it parks: adaptive spinning, learnt by each
 * channel. It pays where few goroutines are at work, since to park, and to wake a processor for the other side, costs more
 * than the hand-off itself. It must not cost where many are: then others need the processor.
 *
 * <p>A look reads the outcome for about a microsecond, and then lets others run a few times. What it learns:
 * <ul>
 *   <li>The outcome was seen while reading: look again next time.
 *   <li>It was not: after a few such failures in a row, no reading but for a try now and then.
 *   <li>Letting others run took long: many want to run, so no look at all but for a try now and then.
 *   <li>Nothing was seen: after some such failures no look at all, but for a try now and then.
 * </ul>
 *
 * The first few waiters of a channel do not look: most channels that are waited on so rarely, such as those of a value or
 * of a chain, have a single hand-off.
 *
 * <p>The fields are read and written by several threads without a lock: an update that is lost is a guess that is a little
 * worse.
 */
final class AdaptiveSpin {
    /** How often the outcome is read. */
    private static final int READS = 2_000;

    /** How often others are let run. */
    private static final int YIELDS = 2;

    /** Letting others run has taken long if it took as many nanoseconds. */
    private static final long LONG = 6_000;

    /** After so many failures in a row nothing is read. */
    private static final int FAILURES = 3;

    /** Halved by each look in which nothing was seen; at zero there is none. */
    private static final int CREDIT = 4;

    /** One waiter in so many tries all the same. A power of two. */
    private static final int TRY = 128;

    private static final int FIRST = 4;

    private int first = FIRST;
    private int waits;
    private int credit = CREDIT;
    private int readsLeft = FAILURES;

    /** Looks for the outcome of {@code waiter}, whose thread is the current one, and tells whether it has been decided. */
    boolean seesDecided(Waiter waiter) {
        if (first > 0) {
            first--;
            return false;
        }
        boolean tries = (credit == 0 || readsLeft == 0) && (++waits & (TRY - 1)) == 0;
        if (credit == 0 && !tries) {
            return false;
        }
        if (readsLeft > 0 || tries) {
            for (int i = READS; i > 0; i--) {
                if (!waiter.isLooking()) {
                    pays();
                    return true;
                }
            }
            readsLeft = Math.max(0, readsLeft - 1);
        }
        return Thread.currentThread().isVirtual() && seesDecidedAfterOthersRan(waiter);
    }

    private void pays() {
        if (readsLeft != FAILURES) {
            readsLeft = FAILURES;
        }
        if (credit != CREDIT) {
            credit = CREDIT;
        }
    }

    private boolean seesDecidedAfterOthersRan(Waiter waiter) {
        long start = System.nanoTime();
        for (int i = YIELDS; i > 0; i--) {
            Thread.yield();
            boolean took = System.nanoTime() - start > LONG;
            if (!waiter.isLooking()) {
                credit = took ? 0 : CREDIT;
                return true;
            }
            if (took) {
                credit = 0;
                return false;
            }
        }
        credit >>= 1;
        return false;
    }
}
