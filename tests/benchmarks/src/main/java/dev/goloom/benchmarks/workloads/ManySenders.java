package dev.goloom.benchmarks.workloads;

import org.openjdk.jmh.annotations.Benchmark;

/** {@code width} senders and one receiver on one channel: an element sent and received is one operation. */
public class ManySenders extends Workload {
    /** One invocation. */
    @Benchmark
    public void run() throws InterruptedException {
        Library.Pipe pipe = library.make(capacity);
        Library.Join join = library.join(width + 1);
        for (int i = 0; i < width; i++) {
            library.go(() -> {
                sendAll(pipe, ops / width);
                join.done();
            });
        }
        library.go(() -> {
            recvAll(pipe, ops / width * width);
            join.done();
        });
        join.await();
    }
}
