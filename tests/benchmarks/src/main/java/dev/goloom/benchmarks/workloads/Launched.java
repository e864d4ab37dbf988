package dev.goloom.benchmarks.workloads;

import static dev.goloom.benchmarks.workloads.LaunchedGo.go;

import dev.goloom.Generator;
import dev.goloom.Goroutine;
import dev.goloom.RecvChan;
import dev.goloom.SendChan;

/** What generated launchers start. */
final class Launched {
    private Launched() {}

    /** A goroutine that ends at once. */
    @Goroutine
    static void done(Library.Join join) {
        join.done();
    }

    /** {@code count} elements. */
    @Generator
    static void elements(int count, SendChan<Integer> c) {
        for (int i = 0; i < count; i++) {
            c.send(Workload.ELEMENT);
        }
    }

    /** Starts {@link #done}. */
    static void goroutine(Library.Join join) {
        go.done(join);
    }

    /** Starts {@link #elements}. */
    static RecvChan<Integer> generator(int count) {
        return go.elements(count);
    }
}
