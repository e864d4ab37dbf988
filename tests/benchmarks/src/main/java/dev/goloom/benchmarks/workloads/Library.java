package dev.goloom.benchmarks.workloads;

import dev.goloom.Go;

/**
 * A contender's channels and goroutines, behind the few calls that the workloads are made of. A JVM that measures loads one
 * implementation only, so that the compiler sees through these calls. What a contender has not, it does not implement.
 */
interface Library {
    /** What a goroutine runs: what each contender takes as it is, so that nobody pays for another object around it. */
    interface Body extends Runnable, Go.Body {
        void perform() throws InterruptedException;

        @Override
        default void run() {
            try {
                perform();
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts", e);
            }
        }
    }

    /** A channel. */
    interface Pipe {
        void send(Integer element) throws InterruptedException;

        Integer recv() throws InterruptedException;
    }

    /** Waits for goroutines to finish: Go's {@code sync.WaitGroup}. */
    interface Join {
        void done();

        void await() throws InterruptedException;
    }

    /** Something that happens once: Go's channel that is closed and carries nothing. */
    interface Quit {
        void happen();

        /** Blocks until it happens, or an hour has gone by. */
        void awaitForAnHour() throws InterruptedException;
    }

    /** Starts a goroutine: a virtual thread. */
    void go(Body body);

    /** A counter that starts at {@code count}. */
    Join join(int count);

    /** A new channel. */
    default Pipe make(int capacity) {
        throw new UnsupportedOperationException();
    }

    /** Receives from a channel that is ready, and waits until one is. */
    default Integer select(Pipe[] pipes) throws InterruptedException {
        throw new UnsupportedOperationException();
    }

    /** Receives without waiting; null if there is nothing. */
    default Integer selectOrDefault(Pipe pipe) throws InterruptedException {
        throw new UnsupportedOperationException();
    }

    /** What has not happened yet. */
    default Quit quit() {
        throw new UnsupportedOperationException();
    }

    /** Starts a producer of {@code count} elements, and returns what it produces, to its end. */
    default Iterable<Integer> generator(int count) {
        throw new UnsupportedOperationException();
    }
}
