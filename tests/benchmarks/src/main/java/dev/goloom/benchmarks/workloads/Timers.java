package dev.goloom.benchmarks.workloads;

import org.openjdk.jmh.annotations.Benchmark;

/**
 * {@code ops} goroutines, each of which waits for what happens once and, at most, an hour: one goroutine, its timer started
 * and stopped included, is one operation.
 */
public class Timers extends Workload {
    /** One invocation. */
    @Benchmark
    public void run() throws InterruptedException {
        Library.Join waiting = library.join(ops);
        Library.Join join = library.join(ops);
        Library.Quit quit = library.quit();
        for (int i = 0; i < ops; i++) {
            library.go(() -> {
                waiting.done();
                quit.awaitForAnHour();
                join.done();
            });
        }
        waiting.await();
        quit.happen();
        join.await();
    }
}
