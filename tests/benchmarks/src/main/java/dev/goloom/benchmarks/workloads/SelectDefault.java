package dev.goloom.benchmarks.workloads;

import org.openjdk.jmh.annotations.Benchmark;

/** A select with one receive, on a channel that is empty, and a default: it does not wait. */
public class SelectDefault extends Workload {
    /** One invocation. */
    @Benchmark
    public void run() throws InterruptedException {
        Library.Pipe pipe = library.make(capacity);
        for (int i = 0; i < ops; i++) {
            if (library.selectOrDefault(pipe) != null) {
                throw new IllegalStateException("nobody sends");
            }
        }
    }
}
