package dev.goloom.benchmarks.workloads;

import org.openjdk.jmh.annotations.Benchmark;

/** {@code width} senders, each on a channel of its own, and one receiver that selects: a select is one operation. */
public class FanIn extends Workload {
    /** One invocation. */
    @Benchmark
    public void run() throws InterruptedException {
        Library.Pipe[] pipes = pipes(width);
        Library.Join join = library.join(width + 1);
        for (Library.Pipe pipe : pipes) {
            library.go(() -> {
                sendAll(pipe, ops / width);
                join.done();
            });
        }
        library.go(() -> {
            for (int i = 0; i < ops / width * width; i++) {
                library.select(pipes);
            }
            join.done();
        });
        join.await();
    }
}
