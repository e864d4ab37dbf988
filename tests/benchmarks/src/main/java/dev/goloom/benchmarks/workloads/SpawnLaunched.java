package dev.goloom.benchmarks.workloads;

import org.openjdk.jmh.annotations.Benchmark;

/** As {@link Spawn}, but through a generated launcher. */
public class SpawnLaunched extends Workload {
    /** One invocation. */
    @Benchmark
    public void run() throws InterruptedException {
        Library.Join join = library.join(ops);
        for (int i = 0; i < ops; i++) {
            Launched.goroutine(join);
        }
        join.await();
    }
}
