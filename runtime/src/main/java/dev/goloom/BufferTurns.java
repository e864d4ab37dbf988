package dev.goloom;

import java.lang.invoke.VarHandle;
import java.util.function.BooleanSupplier;

/**
 * How the two sides of a buffered channel take turns. Whoever finds the buffer full, or empty, pauses for about as long as
 * the other side needs for the whole of it, before it tries again. So each has the channel to itself while it fills the
 * buffer or empties it. Were the pause shorter, the two would meet on the channel at every element, which costs several times
 * as much as to send and to receive it.
 *
 * <p>How long the other side needs is guessed from the last turn of one's own: it is mostly the time in which the channel and
 * its buffer come over from the other processor, which differs from machine to machine. Whoever has parked since its last
 * pause, or never paused before, knows nothing about that, and takes the longest guess. If nothing at all has happened by
 * then, the pause goes on to the longest guess. It goes on for longer if this side has just woken the other: were it to park
 * before the other is there, the other would have to wake it in turn, be through with the buffer before it is there, and park
 * too; and so on for ever.
 *
 * <p>Of the plain sends and receives, one of each side pauses at a time (see {@link Parking}), and it alone touches what is
 * remembered of its side. A select pauses for the shortest time, whoever else does, and remembers nothing.
 */
final class BufferTurns {
    /** In a buffer of fewer elements there is too little for the sides to take turns. */
    private static final int LEAST_BUFFER = 4;

    /** Of the shortest pause, in nanoseconds: for the channel to come over from the other processor and go back. */
    private static final int PAUSE = 200;

    /** For each element of the buffer: what it takes to send it, or to receive it. */
    private static final int PAUSE_FOR_ELEMENT = 8;

    /** No guess is longer, in nanoseconds: where the buffer is so large, to park costs little for each element. */
    private static final int LONGEST_GUESS = 5_000;

    /** Nor is it longer than so many of the shortest: a turn of one's own may have been interrupted. */
    private static final int LONGEST_IN_SHORTEST = 4;

    /** In nanoseconds: for a goroutine that is parked to be woken. */
    private static final int WAKE_UP = 8_000;

    /** Between two looks whether anything has happened yet, in nanoseconds. */
    private static final int BETWEEN_LOOKS = 200;

    private final int capacity;
    private final long shortest;
    private final long longest;
    private final Side senders = new Side();
    private final Side receivers = new Side();

    BufferTurns(int capacity) {
        this.capacity = capacity;
        this.shortest = Math.min(LONGEST_GUESS, PAUSE + (long) capacity * PAUSE_FOR_ELEMENT);
        this.longest = Math.min(LONGEST_GUESS, shortest * LONGEST_IN_SHORTEST);
    }

    /** Whether the sides of a channel of this capacity take turns. */
    static boolean areFor(int capacity) {
        return capacity >= LEAST_BUFFER;
    }

    /** Gives the other side the shortest time that it may need. */
    void pause() {
        long start = System.nanoTime();
        do {
            Thread.onSpinWait();
        } while (System.nanoTime() - start < shortest);
    }

    /**
     * Gives the other side the time that it seems to need.
     *
     * @param isWoken whether it is being woken, and may need as long as that takes before it does anything
     * @param something tells whether it seems to have done anything; needs no lock
     */
    void pause(boolean sends, boolean isWoken, BooleanSupplier something) {
        Side side = sends ? senders : receivers;
        long start = System.nanoTime();
        long pause = timeOfOther(side, start);
        long most = isWoken ? WAKE_UP : longest;
        for (;;) {
            Thread.onSpinWait();
            long paused = System.nanoTime() - start;
            if (paused >= pause) {
                VarHandle.acquireFence();
                if (paused >= most || something.getAsBoolean()) {
                    side.turn = start + paused;
                    return;
                }
                pause = paused + BETWEEN_LOOKS;
            }
        }
    }

    /** For the whole buffer, at the speed of this side since its last pause. */
    private long timeOfOther(Side side, long now) {
        long forEach = Math.clamp((now - side.turn) / side.found, 0, longest);
        return Math.clamp(forEach * capacity, shortest, longest);
    }

    /** Learns what a sender, or a receiver, has found after its pause. */
    void found(boolean sends, int found) {
        Side side = sends ? senders : receivers;
        int now = Math.max(1, found);
        if (side.found != now) {
            side.found = now;
        }
    }

    /** The last pause of one side. */
    private static final class Side {
        /** When it ended, and the turn began; zero, and mostly long ago, before the first. */
        private long turn;

        /** How many elements, or places for such, there were then. */
        private int found = 1;
    }
}
