package dev.goloom.tests.support;

import static dev.goloom.Go.make;

import dev.goloom.Chan;

/** Channels that have learnt that whoever must wait does well to look for its counterpart before it parks. */
public final class Practised {
    /** More than a channel needs to begin to look, though looking was in vain wherever it was tried before. */
    private static final int MEETINGS = 300;

    private Practised() {}

    /** An unbuffered channel over which two running goroutines have just met some times. */
    public static Chan<Integer> chan() {
        return practise(make());
    }

    /** The same for a buffered channel, whose buffer was full and empty many times. */
    public static Chan<Integer> chan(int capacity) {
        return practise(make(capacity));
    }

    private static Chan<Integer> practise(Chan<Integer> c) {
        int meetings = MEETINGS * Math.max(1, c.cap());
        Task receiver = Task.start(() -> {
            for (int i = 0; i < meetings; i++) {
                c.recv();
            }
        });
        for (int i = 0; i < meetings; i++) {
            c.send(i);
        }
        receiver.join();
        return c;
    }
}
