package dev.goloom.benchmarks.workloads;

import org.openjdk.jmh.annotations.Benchmark;

/** Goroutines that end at once: to start one, and to wait for it with all others, is one operation. */
public class Spawn extends Workload {
    /** One invocation. */
    @Benchmark
    public void run() throws InterruptedException {
        Library.Join join = library.join(ops);
        for (int i = 0; i < ops; i++) {
            library.go(join::done);
        }
        join.await();
    }
}
