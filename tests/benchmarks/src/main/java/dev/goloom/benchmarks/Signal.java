package dev.goloom.benchmarks;

import java.util.concurrent.TimeUnit;

/**
 * The way of a line of cache from one processor to the other: two threads that run at once tell each other by a field whose
 * turn it is, without any channel. It is the floor for what passes between two that run. Under virtualisation it may differ
 * from minute to minute, as the processors change their places.
 */
final class Signal {
    private static final long DURATION = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int ROUND_TRIPS = 1_000;

    /** After so many looks the other one may need this one's processor. */
    private static final int LOOKS = 10_000;

    private static final int ASKER = 0;
    private static final int ANSWERER = 1;
    private static final int NOBODY = 2;

    private volatile int turn = ASKER;

    private Signal() {}

    /** Measures it: nanoseconds, the least of many times, since both may have to share a processor for a while. */
    static double measure() throws InterruptedException {
        Signal signal = new Signal();
        Thread answerer = Thread.ofPlatform().start(signal::answer);
        double least = Double.POSITIVE_INFINITY;
        long begin = System.nanoTime();
        long start = begin;
        do {
            signal.ask();
            long end = System.nanoTime();
            least = Math.min(least, (end - start) / (2.0 * ROUND_TRIPS));
            start = end;
        } while (start - begin < DURATION);
        signal.turn = NOBODY;
        answerer.join();
        return least;
    }

    private void ask() {
        for (int i = ROUND_TRIPS; i > 0; i--) {
            turn = ANSWERER;
            awaitTurnOtherThan(ANSWERER);
        }
    }

    private void answer() {
        while (awaitTurnOtherThan(ASKER) == ANSWERER) {
            turn = ASKER;
        }
    }

    private int awaitTurnOtherThan(int other) {
        for (int looks = 1; ; looks++) {
            int seen = turn;
            if (seen != other) {
                return seen;
            }
            if (looks % LOOKS == 0) {
                Thread.yield();
            }
        }
    }
}
