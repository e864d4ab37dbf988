package dev.goloom;

import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * How the two sides of a buffered channel take turns. Whoever finds the buffer full, or empty, and does not park at once, ends
 * its side's turn, and pauses until the other side has ended its own: until that has emptied the whole buffer, or filled it. So
 * each has the channel to itself meanwhile. Were the pause shorter, the two would meet on the channel at every element, which
 * costs several times as much as to send and to receive it.
 *
 * <p>Each side counts the turns that it has ended. The counts do not lie where the elements go through: so whoever pauses may
 * read the other's again and again without being in its way.
 *
 * <p>A side that is slow with its elements, or has none, does not end its turn. So a pause also ends after some time, with
 * whatever is there. If that is a single element, as a request is or a reply, or a single place, the next ones are expected to
 * come alone too: in so many waits to come this side does not pause, but looks for them as on an unbuffered channel.
 *
 * <p>If nothing is there by then, and whoever pauses has just woken a goroutine of the other side, it pauses on for the time of
 * a wake-up. If it parked, the woken goroutine would have to wake it again, would be done with the buffer before it runs, and
 * would park: then every turn would cost a wake-up.
 *
 * <p>Of the plain sends and receives of one side, one pauses at a time, see {@link Parking}. A select that pauses does so
 * beside them, for a shorter time. It ends the turns of its sides at all its buffered channels that have learnt something.
 */
final class BufferTurns {
    /** In a buffer of fewer elements there is too little for the sides to take turns. */
    private static final int LEAST_BUFFER = 4;

    /** A pause takes as many nanoseconds at most, for the channel to come over from the other processor, */
    private static final int TURN = 800;

    /** and as many more for each place of the buffer: several times what it takes to send an element, or to receive it, */
    private static final int TURN_FOR_ELEMENT = 32;

    /** but not more than these: where the buffer is so large, to park costs little for each element. */
    private static final int LONGEST_TURN = 5_000;

    /** A select pauses for as many at most, whatever its buffers: some of its channels may have nothing to come. */
    private static final int TURN_FOR_SELECT = 1_300;

    /** In nanoseconds: for a goroutine that is parked to be woken, and to do something. */
    private static final int WAKE_UP = 8_000;

    /** In so many waits, after one element that came alone, its side looks; then a pause shows whether they still do. */
    private static final int ALONE = 32;

    /** How often the end of a pause is looked for before the clock is read. */
    private static final int READS = 4;

    private final long longest;
    private final Side senders = new Side();
    private final Side receivers = new Side();

    /** What is remembered of the senders, or of the receivers. */
    private static final class Side {
        /** How many turns it has ended, or somewhat less. */
        final AtomicInteger ended = new AtomicInteger();

        /** In so many of its next waits it looks for one. Only the one that pauses reads it, and writes it, under the lock. */
        int alone;
    }

    BufferTurns(int capacity) {
        this.longest = Math.min(LONGEST_TURN, TURN + (long) capacity * TURN_FOR_ELEMENT);
    }

    /** Whether the sides of a channel of this capacity take turns. */
    static boolean areFor(int capacity) {
        return capacity >= LEAST_BUFFER;
    }

    /** How many turns the other side has ended, or somewhat less; only to be compared with what it was. */
    int ofOther(boolean sends) {
        return (sends ? receivers : senders).ended.getAcquire();
    }

    /**
     * Ends the turn of one side. Plain sends and receives hold the channel's lock here, a select does not. If it and another of
     * its side do this at the same time, one of the two may not be counted: who pauses for it pauses for its longest.
     */
    void end(boolean sends) {
        AtomicInteger ended = side(sends).ended;
        ended.setRelease(ended.getPlain() + 1);
    }

    /**
     * Gives the other side the time for its turn.
     *
     * @param before what {@link #ofOther} was when the buffer was found full, or empty
     * @param otherIsWoken whether somebody there is being woken, and may need as long as that takes
     * @param something tells whether there seems to be a place, or an element; needs no lock
     */
    void pause(boolean sends, int before, boolean otherIsWoken, BooleanSupplier something) {
        pause(() -> ofOther(sends) != before, longest, () -> !otherIsWoken || something.getAsBoolean());
    }

    /** Whether the next place, or element, is expected to come alone. */
    boolean findsOne(boolean sends) {
        return side(sends).alone > 0;
    }

    /** Learns how many places, or elements, there were after a pause or a look. */
    void found(boolean sends, int found, boolean otherHasEnded) {
        Side side = side(sends);
        if (side.alone > 0) {
            side.alone = found > 1 ? 0 : side.alone - 1;
        } else if (found == 1 && !otherHasEnded) {
            side.alone = ALONE;
        }
    }

    /** Pauses for a select until {@code ended} is true: until the other side of one of its channels has ended a turn. */
    static void pauseOfSelect(BooleanSupplier ended) {
        pause(ended, TURN_FOR_SELECT, () -> true);
    }

    private Side side(boolean sends) {
        return sends ? senders : receivers;
    }

    /** Pauses until {@code ended} is true, or {@code instead} after {@code time} nanoseconds; for a wake-up at most. */
    private static void pause(BooleanSupplier ended, long time, BooleanSupplier instead) {
        long start = System.nanoTime();
        for (;;) {
            for (int i = READS; i > 0; i--) {
                Thread.onSpinWait();
                if (ended.getAsBoolean()) {
                    return;
                }
            }
            long paused = System.nanoTime() - start;
            // What is read without a lock is to be read anew each time.
            VarHandle.acquireFence();
            if (paused >= time && (paused >= WAKE_UP || instead.getAsBoolean())) {
                return;
            }
        }
    }
}
