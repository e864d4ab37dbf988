package dev.goloom.benchmarks.workloads;

import org.openjdk.jmh.annotations.Benchmark;

/**
 * What ordinary channels pay for {@code Synctest}, alone: the test of a final field, as each operation has it, and the read of
 * a static volatile one, as {@code make} and {@code go} have it. Both together are one operation.
 */
public class BareSeam extends Workload {
    private static volatile boolean any;

    private record Ordinary(Object hook) {}

    /** As many as stay in the cache, as a channel in use does. */
    private final Ordinary[] all = new Ordinary[64];

    /** Makes them. */
    public BareSeam() {
        for (int i = 0; i < all.length; i++) {
            all[i] = new Ordinary(null);
        }
    }

    /** One invocation. */
    @Benchmark
    public int run() {
        int special = 0;
        for (int i = 0; i < ops; i++) {
            if (all[i % all.length].hook != null || any) {
                special++;
            }
        }
        return special;
    }
}
