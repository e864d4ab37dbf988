package dev.goloom.benchmarks;

import java.util.concurrent.TimeUnit;

/**
 * The way of a line of cache from one processor to the other: two threads that run at once tell each other by a field whose
 * turn it is, without any channel. It is the floor for what passes between two that run. Under virtualisation it may differ
 * from minute to minute, as the processors change their places.
 */
final class Signal {
    private static final long DURATION = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int SIGNALS = 10_000;

    /** After so many looks the other one may need this one's processor. */
    private static final int LOOKS = 10_000;

    private volatile int turn;

    private Signal() {}

    /** Measures it in about a tenth of a second: nanoseconds, the least of many games, since some are interrupted. */
    static double measure() throws InterruptedException {
        double least = Double.POSITIVE_INFINITY;
        long start = System.nanoTime();
        do {
            least = Math.min(least, game());
        } while (System.nanoTime() - start < DURATION);
        return least;
    }

    private static double game() throws InterruptedException {
        Signal signal = new Signal();
        Thread other = Thread.ofPlatform().start(() -> signal.play(1));
        long start = System.nanoTime();
        signal.play(0);
        other.join();
        return (System.nanoTime() - start) / (double) SIGNALS;
    }

    private void play(int self) {
        for (int i = SIGNALS / 2; i > 0; i--) {
            for (int looks = 1; turn != self; looks++) {
                if (looks % LOOKS == 0) {
                    Thread.yield();
                }
            }
            turn = 1 - self;
        }
    }
}
