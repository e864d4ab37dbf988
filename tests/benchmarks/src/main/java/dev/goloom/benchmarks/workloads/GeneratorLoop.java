package dev.goloom.benchmarks.workloads;

import org.openjdk.jmh.annotations.Benchmark;

/** One generator, consumed to its end: an element is one operation. */
public class GeneratorLoop extends Workload {
    /** One invocation. */
    @Benchmark
    public int run() {
        int sum = 0;
        for (int element : library.generator(ops)) {
            sum += element;
        }
        return sum;
    }
}
