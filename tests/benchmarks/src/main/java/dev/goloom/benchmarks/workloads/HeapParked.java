package dev.goloom.benchmarks.workloads;

/** A goroutine that is parked in a receive; all of them on one channel, so that nothing else is counted. */
public final class HeapParked extends Heap {
    @Override
    Object make(Library library, int capacity, int count) throws InterruptedException {
        Library.Pipe pipe = library.make(capacity);
        Library.Join waiting = library.join(count);
        for (int i = 0; i < count; i++) {
            library.go(() -> {
                waiting.done();
                pipe.recv();
            });
        }
        waiting.await();
        return pipe;
    }
}
