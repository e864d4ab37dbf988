package dev.goloom.tests.support;

import static dev.goloom.Go.make;

import dev.goloom.Chan;

/** Unbuffered channels that have learnt that whoever must wait does well to look for its counterpart before it parks. */
public final class Practised {
    /** More than a channel needs to begin to look, though looking was in vain wherever it was tried before. */
    private static final int MEETINGS = 300;

    private Practised() {}

    /** A channel over which two running goroutines have just met some times. */
    public static Chan<Integer> chan() {
        Chan<Integer> c = make();
        Task receiver = Task.start(() -> {
            for (int i = 0; i < MEETINGS; i++) {
                c.recv();
            }
        });
        for (int i = 0; i < MEETINGS; i++) {
            c.send(i);
        }
        receiver.join();
        return c;
    }
}
