package dev.goloom.benchmarks.workloads;

import jdk.internal.vm.Continuation;
import jdk.internal.vm.ContinuationScope;
import org.openjdk.jmh.annotations.Benchmark;

/** A continuation that is run and yields: both are one operation. It is what every switch of a virtual thread is made of. */
public class BareSwitch extends Workload {
    private static final ContinuationScope SCOPE = new ContinuationScope("benchmark");

    private final Continuation continuation = new Continuation(SCOPE, BareSwitch::yieldForEver);

    private static void yieldForEver() {
        for (;;) {
            Continuation.yield(SCOPE);
        }
    }

    /** One invocation. */
    @Benchmark
    public void run() {
        for (int i = 0; i < ops; i++) {
            continuation.run();
        }
    }
}
