package dev.goloom.benchmarks.workloads;

import org.openjdk.jmh.annotations.Benchmark;

/** Generators of one element: to start one, and to consume it to its end, is one operation. */
public class SpawnGenerator extends Workload {
    /** One invocation. */
    @Benchmark
    public int run() {
        int sum = 0;
        for (int i = 0; i < ops; i++) {
            for (int element : library.generator(1)) {
                sum += element;
            }
        }
        return sum;
    }
}
