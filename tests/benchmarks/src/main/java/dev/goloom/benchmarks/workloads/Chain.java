package dev.goloom.benchmarks.workloads;

import org.openjdk.jmh.annotations.Benchmark;

/** A daisy chain of {@code ops} goroutines, each of which adds one to what it receives: a goroutine is one operation. */
public class Chain extends Workload {
    /** One invocation. */
    @Benchmark
    public int run() throws InterruptedException {
        Library.Pipe leftmost = library.make(capacity);
        Library.Pipe left = leftmost;
        for (int i = 0; i < ops; i++) {
            Library.Pipe to = left;
            Library.Pipe from = library.make(capacity);
            library.go(() -> to.send(from.recv() + 1));
            left = from;
        }
        Library.Pipe right = left;
        library.go(() -> right.send(1));
        return leftmost.recv();
    }
}
