package dev.goloom.benchmarks.workloads;

import org.openjdk.jmh.annotations.Benchmark;

/**
 * {@code ops} goroutines, each of which receives once on a channel of its own; when all have started they are sent to: a
 * goroutine is one operation.
 */
public class Parked extends Workload {
    /** One invocation. */
    @Benchmark
    public void run() throws InterruptedException {
        Library.Pipe[] pipes = pipes(ops);
        Library.Join waiting = library.join(ops);
        Library.Join join = library.join(ops);
        for (Library.Pipe pipe : pipes) {
            library.go(() -> {
                waiting.done();
                pipe.recv();
                join.done();
            });
        }
        waiting.await();
        for (Library.Pipe pipe : pipes) {
            pipe.send(ELEMENT);
        }
        join.await();
    }
}
