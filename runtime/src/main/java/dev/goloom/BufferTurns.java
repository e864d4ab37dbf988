package dev.goloom;

import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * How the two sides of a buffered channel take turns. Whoever finds the buffer full, or empty, ends its side's turn, and
 * pauses until the other side has ended its own: until that has emptied the whole buffer, or filled it. So each has the
 * channel to itself meanwhile. Were the pause shorter, the two would meet on the channel at every element, which costs several
 * times as much as to send and to receive it.
 *
 * <p>Each side counts the turns that it has ended. The counts do not lie where the elements go through: so whoever pauses may
 * read the other's again and again without being in its way.
 *
 * <p>A side that is slow with its elements, or has none, does not end its turn. So after a while a pause ends with whatever is
 * there. It goes on for longer if nothing is there and this side has just woken the other: were it to park before the other is
 * there, the other would have to wake it in turn, be through with the buffer before it is there, and park too; and so on for
 * ever.
 *
 * <p>Of the plain sends and receives, one of each side pauses at a time, see {@link Parking}. A select ends the turns of its
 * sides at all its channels, and pauses, for a short time, whoever else does.
 */
final class BufferTurns {
    /** In a buffer of fewer elements there is too little for the sides to take turns. */
    private static final int LEAST_BUFFER = 4;

    /** Of the longest pause, in nanoseconds: for the channel to come over from the other processor and go back. */
    private static final int PAUSE = 800;

    /** For each element of the buffer: several times what it takes to send it, or to receive it. */
    private static final int PAUSE_FOR_ELEMENT = 32;

    /** No pause is longer, in nanoseconds: where the buffer is so large, to park costs little for each element. */
    private static final int LONGEST = 5_000;

    /** A select's is no longer than that: of its channels, some may have nothing to come. */
    private static final int LONGEST_OF_SELECT = 1_300;

    /** In nanoseconds: for a goroutine that is parked to be woken. */
    private static final int WAKE_UP = 8_000;

    /** How often the count is read before the clock is. */
    private static final int READS = 4;

    private final long longest;
    private final AtomicInteger ofSenders = new AtomicInteger();
    private final AtomicInteger ofReceivers = new AtomicInteger();

    BufferTurns(int capacity) {
        this.longest = Math.min(LONGEST, PAUSE + (long) capacity * PAUSE_FOR_ELEMENT);
    }

    /** Whether the sides of a channel of this capacity take turns. */
    static boolean areFor(int capacity) {
        return capacity >= LEAST_BUFFER;
    }

    /** How many turns the other side has ended, or somewhat less; only to be compared with what it was. */
    int ofOther(boolean sends) {
        return (sends ? ofReceivers : ofSenders).getOpaque();
    }

    /** Ends the turn of one side. If two do so at once, the other side may miss it, and pauses for its longest. */
    void end(boolean sends) {
        AtomicInteger turns = sends ? ofSenders : ofReceivers;
        turns.setOpaque(turns.getPlain() + 1);
    }

    /**
     * Gives the other side the time for its turn.
     *
     * @param before what {@link #ofOther} was when there was nothing
     * @param isWoken whether the other side is being woken, and may need as long as that takes before it does anything
     * @param something tells whether it seems to have done anything; needs no lock
     */
    void pause(boolean sends, int before, boolean isWoken, BooleanSupplier something) {
        pause(() -> ofOther(sends) != before, longest, () -> !isWoken || something.getAsBoolean());
    }

    /** Gives the other sides of several channels the time for a turn, until {@code ended} is true. */
    void pauseOfSelect(BooleanSupplier ended) {
        pause(ended, Math.min(longest, LONGEST_OF_SELECT), () -> true);
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
            VarHandle.acquireFence();
            if (paused >= time && (paused >= WAKE_UP || instead.getAsBoolean())) {
                return;
            }
        }
    }
}
