package dev.goloom;

import java.lang.invoke.VarHandle;
import java.util.function.BooleanSupplier;

/**
 * How long whoever must wait on a channel looks for its counterpart before it parks: adaptive spinning, learnt by each
 * channel. It pays where few goroutines are at work, since to park, and to wake a processor for the other side, costs more
 * than the hand-off itself. It must not cost where many are: then others need the processor.
 *
 * <p>On an unbuffered channel, a look reads the outcome for about two microseconds, and then lets others run a few times. It
 * pauses between reads: each read of what another processor is about to write takes it away from there.
 *
 * <p>On a buffered channel, whoever finds the buffer full, or empty, pauses for about as long as the other side needs for
 * the whole of it, and tries again. So the two sides take turns, and each has the channel to itself while it fills the buffer
 * or empties it. Were the pause shorter, they would meet on the channel at every element, which costs several times as much
 * as to send and to receive it. How long the other side needs is guessed from the last turn of one's own: mostly it is the
 * time in which the channel and its buffer come over from the other processor, which differs from machine to machine. If
 * nothing at all has happened by then, the other side is being woken, and the pause goes on for about as long as that takes:
 * were it to park now, the other would find nothing either, and so on for ever. Of several on the same side one pauses, and
 * the others park at once: their processors are for the other side.
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
    /** How often the outcome is read. */
    private static final int READS = 30;

    /** How often a look pauses between two reads. */
    private static final int PAUSES = 3;

    /** How often others are let run. */
    private static final int YIELDS = 2;

    /** Letting others run has taken long if it took as many nanoseconds. */
    private static final long LONG = 6_000;

    /** After so many failures in a row nothing is read. */
    private static final int FAILURES = 3;

    /** In a buffer of fewer elements there is too little for the sides to take turns. */
    private static final int LEAST_BUFFER = 4;

    /** The shortest pause, in nanoseconds: for the channel to come over from the other processor and go back. */
    private static final int PAUSE = 200;

    /** For each element of the buffer: what it takes to send it, or to receive it. */
    private static final int PAUSE_FOR_ELEMENT = 8;

    /** A turn of one's own may have been interrupted: no pause is longer than so many of the shortest. */
    private static final int LONGEST = 4;

    /** Where the buffer is so large, to park costs little for each element. */
    private static final int LONGEST_PAUSE = 5_000;

    /** In nanoseconds: for a goroutine that is parked to be woken. */
    private static final int WAKE_UP = 8_000;

    /** Between two looks whether anything has happened yet, in nanoseconds. */
    private static final int BETWEEN_LOOKS = 200;

    /** Halved by each look in which nothing was seen; at zero there is none. */
    private static final int CREDIT = 4;

    /** One wait in so many tries all the same. A power of two. */
    private static final int TRY = 128;

    /** In so many waits of a new channel nobody looks. */
    static final int FIRST = 4;

    /** What new channels begin with. */
    private static int startingCredit = CREDIT;

    /** The turns of one side of a buffered channel. */
    private static final class Turns {
        /** When the last pause ended. */
        private long start;

        /** How many elements, or places for such, there were then. */
        private int found = 1;
    }

    private final int capacity;

    /** Zero for an unbuffered channel. */
    private final int leastPause;

    /** Null for an unbuffered channel, as is the next. */
    private final Turns senders;

    private final Turns receivers;
    private int credit = startingCredit;
    private int readsLeft = FAILURES;

    /** Counts what is left out: looks where there is no credit, or reading. */
    private int leftOut;

    /** Whether the next wait is a try. */
    private boolean tryIsDue;

    AdaptiveSpin(int capacity) {
        this.capacity = capacity;
        this.leastPause = capacity == 0 ? 0 : atMost(LONGEST_PAUSE, PAUSE + (long) capacity * PAUSE_FOR_ELEMENT);
        this.senders = capacity == 0 ? null : new Turns();
        this.receivers = capacity == 0 ? null : new Turns();
    }

    private static int atMost(long most, long nanos) {
        return (int) Math.min(most, nanos);
    }

    /** Whether anybody looks before it parks, on a channel of this capacity. */
    static boolean isFor(int capacity) {
        return capacity == 0 || capacity >= LEAST_BUFFER;
    }

    /** In how many waits, from this one on, nobody is to look; asked again after them. */
    int waitsWithoutLook() {
        if (credit > 0 || tryIsDue) {
            tryIsDue = false;
            return 0;
        }
        tryIsDue = true;
        return TRY - 1;
    }

    /** The same for one who does not hold the channel's lock: whether it should look now. */
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
        if (readsLeft > 0 || credit == 0 || isTry()) {
            for (int i = READS; i > 0; i--) {
                pause();
                VarHandle.acquireFence();
                if (decided.getAsBoolean()) {
                    readingPays();
                    return true;
                }
            }
            readsLeft = Math.max(0, readsLeft - 1);
        }
        return false;
    }

    private static void pause() {
        for (int i = PAUSES; i > 0; i--) {
            Thread.onSpinWait();
        }
    }

    /** Whether it is to pause for a buffered channel; on an unbuffered one it looks. */
    boolean isForBuffer() {
        return leastPause > 0;
    }

    /** Gives the other side of a buffered channel the shortest time that it may need. */
    void pauseForBuffer() {
        long start = System.nanoTime();
        do {
            Thread.onSpinWait();
        } while (System.nanoTime() - start < leastPause);
    }

    /**
     * Gives the other side of a buffered channel the time that it needs.
     *
     * @param something tells, without the channel's lock, whether the other side has done anything
     */
    void pauseForBuffer(boolean sends, BooleanSupplier something) {
        Turns turns = sends ? senders : receivers;
        long start = System.nanoTime();
        long pause = otherTurn(start - turns.start, turns.found);
        for (;;) {
            Thread.onSpinWait();
            long paused = System.nanoTime() - start;
            if (paused >= pause) {
                VarHandle.acquireFence();
                if (paused >= WAKE_UP || credit == 0 || something.getAsBoolean()) {
                    turns.start = start + paused;
                    return;
                }
                pause = paused + BETWEEN_LOOKS;
            }
        }
    }

    /** How long the other side needs for the whole buffer, if this one has needed so many nanoseconds for what it found. */
    private int otherTurn(long nanos, int found) {
        int most = atMost(LONGEST_PAUSE, (long) leastPause * LONGEST);
        return Math.max(leastPause, atMost(most, nanos / found * capacity));
    }

    /** Learns how many elements, or places for such, there were after a pause for the other side. */
    void pauseCameOf(boolean sends, int found) {
        (sends ? senders : receivers).found = Math.max(1, found);
        pauseCameOf(found > 0);
    }

    /** Learns whether there was anything after the pause. */
    void pauseCameOf(boolean something) {
        int left = credit >> 1;
        if (something) {
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
        credit >>= 1;
        return false;
    }
}
