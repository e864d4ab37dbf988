package dev.goloom.benchmarks.workloads;

import org.openjdk.jmh.annotations.Benchmark;

/** {@code width} senders and as many receivers on one channel: an element sent and received is one operation. */
public class OneWay extends Workload {
    /** One invocation. */
    @Benchmark
    public void run() throws InterruptedException {
        Library.Pipe pipe = library.make(capacity);
        Library.Join join = library.join(2 * width);
        for (int i = 0; i < width; i++) {
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
