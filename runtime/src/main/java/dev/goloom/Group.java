package dev.goloom;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/**
 * Goroutines that work on parts of one task, of which the first failure stops the others: Go's
 * {@code golang.org/x/sync/errgroup.Group}.
 *
 * <pre>{@code
 * Group group = new Group(ctx);
 * for (String url : urls) {
 *     group.go(() -> fetch(group.context(), url));
 * }
 * group.await();
 * }</pre>
 *
 * What a goroutine of the group did <i>happens-before</i> the return of {@link #await()}. Every method may be called from
 * any thread.
 *
 * @see <a href="https://pkg.go.dev/golang.org/x/sync/errgroup">errgroup</a>
 */
public final class Group {
    private final WaitGroup running = new WaitGroup();
    private final Context context;

    /** Holds one element for each running goroutine; null without a limit. Guarded by the monitor, as is what follows. */
    private Chan<Boolean> slots;

    /** The first. */
    private Throwable failure;

    /** All of them; null before the first. */
    private Set<Throwable> failures;

    /** A group of its own: its context derives from {@link Context#background()}. */
    public Group() {
        this(Context.background());
    }

    /**
     * A group that belongs to something larger: errgroup's {@code WithContext}.
     *
     * @param parent what the group's context derives from
     */
    public Group(Context parent) {
        this.context = parent.withCancel();
    }

    /**
     * The context that the goroutines of this group should obey: done when one of them has failed, when
     * {@link #await()} has returned, or when the parent is done.
     *
     * @return always the same context; its cause is the first failure, if that has made it done
     */
    public Context context() {
        return context;
    }

    /**
     * Lets at most {@code goroutines} of those that are started from now on run at a time: errgroup's {@code SetLimit}. Those
     * that were started without a limit do not count.
     *
     * @param goroutines 1 or more
     * @return this group
     * @throws IllegalArgumentException if {@code goroutines} is less than 1
     * @throws IllegalStateException if goroutines of a limited group are running, or if the caller does not belong to the same
     *     {@link Synctest} as this
     */
    public Group limit(int goroutines) {
        if (goroutines < 1) {
            throw new IllegalArgumentException("limit: at least 1 goroutine must be able to run, not " + goroutines);
        }
        running.checkWorld("limit");
        // Without the monitor: in a Synctest an operation on a channel lets others run.
        Chan<Boolean> before = slots();
        int running = before == null ? 0 : before.len();
        if (running > 0) {
            throw new IllegalStateException("limit: " + running + " goroutines of the group are running");
        }
        synchronized (this) {
            slots = Go.make(goroutines);
        }
        return this;
    }

    /**
     * Starts {@code body} as a goroutine of this group. Blocks while as many are running as {@link #limit} allows, else
     * returns at once. What {@code body} throws is no panic, but the group's failure. A goroutine of a limited group that
     * starts others in it keeps its own place while it blocks here: if all do so, nobody goes on.
     *
     * @param body what to run
     * @throws java.util.concurrent.CancellationException if the thread is interrupted and would have to wait; nothing
     *     was started then
     */
    public void go(Go.Body body) {
        Objects.requireNonNull(body, "go(null): there is nothing to run");
        Chan<Boolean> slot = slots();
        if (slot != null) {
            slot.send(true);
        }
        try {
            running.go(() -> run(body, slot));
        } catch (RuntimeException | Error e) {
            // It was not started.
            if (slot != null) {
                slot.takeBack();
            }
            throw e;
        }
    }

    private void run(Go.Body body, Chan<Boolean> slot) {
        try {
            body.run();
        } catch (Throwable thrown) {
            fail(thrown);
        } finally {
            if (slot != null) {
                slot.recv();
            }
        }
    }

    private synchronized Chan<Boolean> slots() {
        return slots;
    }

    /** The first failure cancels the others; those that follow are kept with it. */
    private void fail(Throwable thrown) {
        boolean first;
        synchronized (this) {
            first = failure == null;
            if (first) {
                failure = thrown;
                failures = Collections.newSetFromMap(new IdentityHashMap<>());
            }
            // Many may throw the same: what the context says of the first.
            if (failures.add(thrown) && !first) {
                failure.addSuppressed(thrown);
            }
        }
        // By the first alone: another could come before it here, and be the cause.
        if (first) {
            context.cancel(thrown);
        }
    }

    /**
     * Waits until every goroutine of the group has ended, then makes its context done. Go's {@code Wait}. It may be called
     * again, and throws the same failure again; goroutines that are started after it find the context done.
     *
     * @throws Exception the first failure itself, if there was one and it is an exception; the failures after it are its
     *     suppressed exceptions, each once. An {@link Error} is thrown itself as well; any other {@link Throwable} is the
     *     cause of an {@link ExecutionException}
     * @throws java.util.concurrent.CancellationException if the thread is interrupted and would have to wait
     */
    public void await() throws Exception {
        running.await();
        context.cancel();
        Throwable first;
        synchronized (this) {
            first = failure;
        }
        switch (first) {
            case null -> {}
            case Exception exception -> throw exception;
            case Error error -> throw error;
            default -> throw new ExecutionException(first);
        }
    }
}
