package dev.goloom.tests.support;

import dev.goloom.Go;
import java.time.Duration;

/** A thread of a test's own, and what it threw. */
public final class Task {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Thread thread;
    private volatile Throwable thrown;
    private volatile boolean interruptStatus;

    private Task(boolean virtual, Go.Body body) {
        Runnable run = () -> {
            try {
                body.run();
            } catch (Throwable t) {
                thrown = t;
            } finally {
                interruptStatus = Thread.currentThread().isInterrupted();
            }
        };
        this.thread = virtual ? Thread.ofVirtual().start(run) : Thread.ofPlatform().daemon().start(run);
    }

    public static Task start(Go.Body body) {
        return new Task(true, body);
    }

    public static Task startPlatform(Go.Body body) {
        return new Task(false, body);
    }

    /** Starts a task, and returns once it is parked in the library. */
    public static Task startBlocked(Go.Body body) {
        Task task = start(body);
        States.awaitBlocked(task.thread);
        return task;
    }

    public Thread thread() {
        return thread;
    }

    public void interrupt() {
        thread.interrupt();
    }

    /** Waits for the end; null if nothing was thrown. */
    public Throwable thrown() {
        try {
            if (!thread.join(PATIENCE)) {
                throw new AssertionError(thread + " has not ended: " + java.util.Arrays.toString(thread.getStackTrace()));
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return thrown;
    }

    /** Waits for the end, which must be a good one. */
    public void join() {
        Throwable failure = thrown();
        if (failure != null) {
            throw new AssertionError("a task failed", failure);
        }
    }

    /** Whether the thread's interrupt status was set when it ended. */
    public boolean wasInterrupted() {
        return interruptStatus;
    }
}
