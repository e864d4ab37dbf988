package dev.goloom.benchmarks.workloads;

import org.openjdk.jmh.annotations.Benchmark;

/**
 * Two virtual threads that run at once, and tell each other by a field whose turn it is, without any channel: from one to the
 * other is one operation. It is the way of a line of cache between two processors.
 */
public class BareSignal extends Workload {
    /** After so many looks the other one may need this one's processor. */
    private static final int LOOKS = 10_000;

    private volatile int turn;

    /** One invocation. */
    @Benchmark
    public void run() throws InterruptedException {
        turn = 0;
        Library.Join join = library.join(2);
        for (int i = 0; i < 2; i++) {
            int self = i;
            library.go(() -> {
                play(self);
                join.done();
            });
        }
        join.await();
    }

    private void play(int self) {
        for (int i = ops / 2; i > 0; i--) {
            for (int looks = 1; turn != self; looks++) {
                if (looks % LOOKS == 0) {
                    Thread.yield();
                }
            }
            turn = 1 - self;
        }
    }
}
