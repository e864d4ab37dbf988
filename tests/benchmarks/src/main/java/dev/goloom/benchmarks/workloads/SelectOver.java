package dev.goloom.benchmarks.workloads;

import org.openjdk.jmh.annotations.Benchmark;

/** One sender, on {@code width} channels in turn, and one receiver that selects over them: a select is one operation. */
public class SelectOver extends Workload {
    /** One invocation. */
    @Benchmark
    public void run() throws InterruptedException {
        Library.Pipe[] pipes = pipes(width);
        Library.Join join = library.join(2);
        library.go(() -> {
            for (int i = 0; i < ops; i++) {
                pipes[i % width].send(ELEMENT);
            }
            join.done();
        });
        library.go(() -> {
            for (int i = 0; i < ops; i++) {
                library.select(pipes);
            }
            join.done();
        });
        join.await();
    }
}
