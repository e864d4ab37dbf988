package dev.goloom.benchmarks.workloads;

import org.openjdk.jmh.annotations.Benchmark;

/** Two goroutines and two channels: there and back again is one operation. */
public class PingPong extends Workload {
    /** One invocation. */
    @Benchmark
    public void run() throws InterruptedException {
        Library.Pipe there = library.make(capacity);
        Library.Pipe back = library.make(capacity);
        Library.Join join = library.join(2);
        library.go(() -> {
            for (int i = 0; i < ops; i++) {
                there.send(ELEMENT);
                back.recv();
            }
            join.done();
        });
        library.go(() -> {
            for (int i = 0; i < ops; i++) {
                back.send(there.recv());
            }
            join.done();
        });
        join.await();
    }
}
