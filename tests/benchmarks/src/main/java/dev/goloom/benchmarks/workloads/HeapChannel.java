package dev.goloom.benchmarks.workloads;

/** A channel on which nobody waits; what this package wraps around it and the place that refers to it are counted too. */
public final class HeapChannel extends Heap {
    @Override
    Object make(Library library, int capacity, int count) {
        Library.Pipe[] pipes = new Library.Pipe[count];
        for (int i = 0; i < count; i++) {
            pipes[i] = library.make(capacity);
        }
        return pipes;
    }
}
