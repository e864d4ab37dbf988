package dev.goloom.benchmarks.workloads;

import org.openjdk.jmh.annotations.Benchmark;

/** {@code width} senders, each with a receiver and a channel of its own: an element sent and received is one operation. */
public class Pairs extends Workload {
    /** One invocation. */
    @Benchmark
    public void run() throws InterruptedException {
        Library.Join join = library.join(2 * width);
        for (int i = 0; i < width; i++) {
            Library.Pipe pipe = library.make(capacity);
            library.go(() -> {
                sendAll(pipe, ops / width);
                join.done();
            });
            library.go(() -> {
                recvAll(pipe, ops / width);
                join.done();
            });
        }
        join.await();
    }
}
