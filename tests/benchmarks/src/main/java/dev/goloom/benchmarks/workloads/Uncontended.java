package dev.goloom.benchmarks.workloads;

import org.openjdk.jmh.annotations.Benchmark;

/** One goroutine that sends to a buffer and receives from it: both are one operation, and nobody waits. */
public class Uncontended extends Workload {
    /** One invocation. */
    @Benchmark
    public void run() throws InterruptedException {
        Library.Pipe pipe = library.make(capacity);
        for (int i = 0; i < ops; i++) {
            pipe.send(ELEMENT);
            pipe.recv();
        }
    }
}
