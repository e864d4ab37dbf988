package dev.goloom.benchmarks.workloads;

import org.openjdk.jmh.annotations.Benchmark;

/** To make a channel is one operation. */
public class MakeChannel extends Workload {
    /** So that no compiler finds out that nobody needs them. */
    private final Library.Pipe[] kept = new Library.Pipe[64];

    /** One invocation. */
    @Benchmark
    public void run() {
        for (int i = 0; i < ops; i++) {
            kept[i % kept.length] = library.make(capacity);
        }
    }
}
