package dev.goloom;

import java.lang.invoke.VarHandle;
import java.util.function.BooleanSupplier;

/**
 * How long whoever must wait on a channel looks for its counterpart before it parks: adaptive spinning, learnt by each
 * channel. It pays where few goroutines are at work, since to park, and to wake a processor for the other side, costs more
 * than the hand-off itself. It must not cost where many are: then others need the processor.
 *
 * <p>On an unbuffered channel, a look reads the outcome for some microseconds, and then lets others run a few times. It
 * pauses between reads: each read of what another processor is about to write takes it away from there. The pauses are
 * measured by the clock, since {@link Thread#onSpinWait} takes several times as long on one processor as on another.
 *
 * <p>On a buffered channel, the two sides take turns, see {@link BufferTurns}. Of several plain sends, or receives, one pauses,
 * or looks if elements come alone, and the others park at once: their processors are for the other side.
 *
 * <p>What a channel learns:
 * <ul>
 *   <li>Something was seen while reading, or after the pause: look again next time.
 *   <li>Nothing was seen while reading: after a few such failures in a row, no reading but for a try now and then.
 *   <li>Letting others run took long: many want to run, so no look at all but for a try now and then.
 *   <li>Nothing was seen: after some such failures no look at all, but for a try now and then.
 * </ul>
 *
 * New channels begin with what was learnt last by another. Nobody looks in the first few waits on a channel: most channels
 * that are waited on so rarely, such as those of a value or of a chain, have a single hand-off.
 *
 * <p>What is learnt is read and written by several threads without a lock: an update that is lost is a guess that is a little
 * worse. It is written only when it changes, so that a look that pays moves no memory between processors for this.
 */
final class AdaptiveSpin {
    /** For so many nanoseconds the outcome is read. */
    private static final int READING = 2_500;

    /** So many nanoseconds a look pauses before each read. */
    private static final int PAUSE = 60;

    /** How often others are let run. */
    private static final int YIELDS = 2;

    /** Letting others run has taken long if it took as many nanoseconds. */
    private static final long LONG = 6_000;

    /** After so many failures in a row nothing is read. */
    private static final int FAILURES = 3;

    /** Halved by each look in which nothing was seen; at zero there is none. */
    private static final int CREDIT = 4;

    /** One wait in so many tries all the same. A power of two, and at most 128: a channel counts down in a byte. */
    private static final int TRY = 128;

    /** In so many waits of a new channel nobody looks. */
    static final int FIRST = 4;

    /** What new channels begin with. */
    private static int startingCredit = CREDIT;

    /** Null for an unbuffered channel. */
    private final BufferTurns turns;

    private int credit = startingCredit;
    private int readsLeft = FAILURES;

    /** Counts what is left out: looks where there is no credit, or reading. */
    private int leftOut;

    /** Whether the next wait without credit is a try. */
    private boolean tryIsDue;

    AdaptiveSpin(int capacity) {
        this.turns = capacity == 0 ? null : new BufferTurns(capacity);
    }

    /** Whether anybody looks before it parks, on a channel of this capacity. */
    static boolean isFor(int capacity) {
        return capacity == 0 || BufferTurns.areFor(capacity);
    }

    /** In how many waits, from this one on, nobody is to look; asked again after them. */
    int waitsWithoutLook() {
        if (credit > 0) {
            return 0;
        }
        tryIsDue = !tryIsDue;
        return tryIsDue ? TRY - 1 : 0;
    }

    /** For one who does not hold the channel's lock: whether it should look now. It counts its tries by itself. */
    boolean promises() {
        return credit > 0 || isTry();
    }

    private boolean isTry() {
        return (++leftOut & (TRY - 1)) == 0;
    }

    /** Looks for the outcome of the current thread's operation, and tells whether it has been {@code decided}. */
    boolean seesDecided(BooleanSupplier decided) {
        return reads(decided) || Thread.currentThread().isVirtual() && seesDecidedAfterOthersRan(decided);
    }

    /** Does the reading part of a look alone: whether {@code decided}. */
    boolean reads(BooleanSupplier decided) {
        // Without credit this look is a try, and a try reads.
        if (readsLeft > 0 || credit == 0 || isTry()) {
            long start = System.nanoTime();
            long now = start;
            do {
                now = pause(now);
                VarHandle.acquireFence();
                if (decided.getAsBoolean()) {
                    readingPays();
                    return true;
                }
            } while (now - start < READING);
            if (readsLeft > 0) {
                readsLeft--;
            }
        }
        return false;
    }

    /** Pauses; given the time, and returns it. */
    private static long pause(long begin) {
        for (;;) {
            Thread.onSpinWait();
            long now = System.nanoTime();
            if (now - begin >= PAUSE) {
                return now;
            }
        }
    }

    /** Whether this is a buffered channel's, whose sides take turns. */
    boolean isForBuffer() {
        return turns != null;
    }

    /** How many turns the other side of a buffered channel has ended; see {@link BufferTurns}. */
    int turnsOfOther(boolean sends) {
        return turns.ofOther(sends);
    }

    /** Ends the turn of one side of a buffered channel. */
    void endTurn(boolean sends) {
        turns.end(sends);
    }

    /** Whether to look for a single place, or element, of a buffered channel, rather than to pause. */
    boolean looksForOne(boolean sends) {
        return turns.findsOne(sends);
    }

    /**
     * Leaves a buffered channel to its other side, once the turn of this one has ended.
     *
     * @param before what {@link #turnsOfOther} was when the buffer was found full, or empty
     * @param otherIsWoken whether somebody of the other side is being woken
     * @param something tells, without the channel's lock, whether there seems to be a place, or an element
     */
    void pauseForBuffer(boolean sends, int before, boolean otherIsWoken, BooleanSupplier something) {
        // Without credit this pause is a try: it is not worth the time of a wake-up.
        turns.pause(sends, before, otherIsWoken && credit > 0, something);
    }

    /**
     * Learns what came of a pause, or of a look for one.
     *
     * @param found how many places, or elements, there were
     * @param paid whether the operation did not have to wait any longer
     */
    void pauseCameOf(boolean sends, int before, int found, boolean paid) {
        // A look has learnt by itself.
        if (!turns.findsOne(sends)) {
            pauseCameOf(paid);
        }
        turns.found(sends, found, turns.ofOther(sends) != before);
    }

    /** Learns whether a pause paid. */
    void pauseCameOf(boolean paid) {
        int left = credit >> 1;
        if (paid) {
            learn(CREDIT);
        } else if (left > 0) {
            credit = left;
        } else {
            learn(0);
        }
    }

    private void readingPays() {
        if (readsLeft != FAILURES) {
            readsLeft = FAILURES;
        }
        learn(CREDIT);
    }

    private void learn(int worth) {
        if (credit != worth) {
            credit = worth;
        }
        if (startingCredit != worth) {
            startingCredit = worth;
        }
    }

    private boolean seesDecidedAfterOthersRan(BooleanSupplier decided) {
        long start = System.nanoTime();
        for (int i = YIELDS; i > 0; i--) {
            Thread.yield();
            boolean tookLong = System.nanoTime() - start > LONG;
            boolean seen = decided.getAsBoolean();
            if (seen || tookLong) {
                learn(tookLong ? 0 : CREDIT);
                return seen;
            }
        }
        if (credit > 0) {
            credit >>= 1;
        }
        return false;
    }
}
