package dev.goloom.benchmarks.workloads;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What the workloads share: who runs them and how much there is to do. One invocation does {@link #ops} operations, and
 * waits until every goroutine that it has started is done; the driver divides. The values below are for a run by JMH alone.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public abstract class Workload {
    /** What is sent where the value does not matter: an object that exists, so that no boxing is measured. */
    static final Integer ELEMENT = 1;

    /** Who runs it. */
    @Param("GOLOOM")
    public Contender contender;

    /** How many operations one invocation does; what an operation is, each workload says. */
    @Param("1000")
    public int ops;

    /** The capacity of the channels. */
    @Param("0")
    public int capacity;

    /** How many goroutines or cases; of what, each workload says. */
    @Param("1")
    public int width;

    Library library;

    /** Loads the contender. */
    @Setup
    public void load() {
        library = contender.library();
    }

    final Library.Pipe[] pipes(int count) {
        Library.Pipe[] pipes = new Library.Pipe[count];
        for (int i = 0; i < count; i++) {
            pipes[i] = library.make(capacity);
        }
        return pipes;
    }

    /** Sends {@code count} elements. */
    static void sendAll(Library.Pipe to, int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            to.send(ELEMENT);
        }
    }

    /** Receives {@code count} elements. */
    static void recvAll(Library.Pipe from, int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            from.recv();
        }
    }
}
