package dev.goloom.benchmarks.workloads;

import dev.goloom.Synctest;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.SynchronousQueue;

/** Those compared. */
public enum Contender {
    /** This library. */
    GOLOOM("Goloom"),

    /** This library, in a JVM where a Synctest has run: from then on every ordinary operation looks for its world. */
    GOLOOM_AFTER_SYNCTEST("Goloom after a Synctest"),

    /** Go itself, in a process of its own. */
    GO("Go"),

    /** Channels for virtual threads. */
    JOX("jox"),

    /** {@link java.util.concurrent.SynchronousQueue}, for capacity 0. */
    SQ("SynchronousQueue"),

    /** {@link java.util.concurrent.LinkedTransferQueue} and its {@code transfer}, for capacity 0. */
    LTQ("LinkedTransferQueue"),

    /** {@link java.util.concurrent.ArrayBlockingQueue}, for other capacities. */
    ABQ("ArrayBlockingQueue"),

    /** Virtual threads and nothing else. */
    VT("virtual threads"),

    /** The JDK's own switch between two continuations, below everything else. */
    BARE("bare switch");

    /** What people call it. */
    public final String title;

    Contender(String title) {
        this.title = title;
    }

    /** What the workloads call. Only the one asked for is loaded. */
    Library library() {
        return switch (this) {
            case GOLOOM -> new GoloomLibrary();
            case GOLOOM_AFTER_SYNCTEST -> {
                Synctest.run(() -> {});
                yield new GoloomLibrary();
            }
            case JOX -> new JoxLibrary();
            case SQ -> new QueueLibrary(capacity -> new SynchronousQueue<>());
            case LTQ -> new TransferLibrary();
            case ABQ -> new QueueLibrary(ArrayBlockingQueue::new);
            case VT, BARE -> new ThreadLibrary();
            case GO -> throw new IllegalArgumentException("Go runs in a process of its own");
        };
    }
}
