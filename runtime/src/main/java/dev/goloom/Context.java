package dev.goloom;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Carries a deadline, a cancellation and values across goroutines: Go's {@code context.Context}.
 *
 * <p>Contexts form a tree. Cancelling one, or its deadline, makes it and every context derived from it <i>done</i>: their
 * {@link #done()} channels are closed. Try-with-resources is Go's {@code defer cancel()}:
 * <pre>{@code
 * try (Context ctx = Context.background().withTimeout(ofMillis(80))) {
 *     switch (select(result, recv(ctx.done()))) {
 *         case 0 -> show(result.value());
 *         case 1 -> IO.println(ctx.err());
 *     }
 * }
 * }</pre>
 * One that has a deadline and is not closed stays in memory until its deadline.
 *
 * <p>Every method may be called from any thread, and none blocks. What was done before a context became done
 * <i>happens-before</i> what a goroutine does that has seen it done.
 *
 * @see <a href="https://pkg.go.dev/context">context</a>
 */
public final class Context implements AutoCloseable {
    /*
     * A context that can be cancelled has a `done` of its own; one with a value shares its parent's. States of the
     * former:
     *     PENDING (err is null) -> DONE (err, cause are set; chan is closed; no children, no functions, no alarm)
     * All contexts of a tree, those below one that was derived from background(), share a monitor. It is held until all
     * that a cancellation reaches are DONE, so that nobody who enters it sees half a cancellation.
     */
    private static final Context BACKGROUND = new Context(null, null, null, null);

    /** Contexts whose alarm is set: what makes a program live on though all its goroutines wait. */
    private static final Set<Context> WITH_ALARM = ConcurrentHashMap.newKeySet();

    private final Context parent;
    private final Object key;
    private final Object value;

    /** The nearest deadline of this and its ancestors; null if there is none. */
    private final Instant deadline;

    /** Null if this cannot be cancelled itself. */
    private final Done done;

    /** The channel of a context that can be cancelled, and whether it will be closed by the clock or a signal. */
    private final class Done extends Hook {
        final Chan<Void> chan = Chan.make(0, this);

        Done() {
            super(World.current());
        }

        @Override
        boolean wakesByItself() {
            return Context.this.endsByItself();
        }

        @Override
        String kind() {
            return "context";
        }
    }

    /** The monitor of the tree that this belongs to; that of background() guards nothing. */
    private final Object tree;

    // Guarded by the monitor of the tree.
    private final Set<Context> children = new LinkedHashSet<>();
    private final Set<Go.Body> functions = new LinkedHashSet<>();
    private Alarm alarm;

    /** Set once, with the cause before it. */
    private volatile Exception err;

    private volatile Throwable cause;

    /** True for the one that a signal cancels. */
    private boolean awaitsInterrupt;

    private Context(Context parent, Object key, Object value, Instant deadline) {
        this.parent = parent;
        this.key = key;
        this.value = value;
        this.deadline = deadline;
        this.done = parent == null || key != null ? null : new Done();
        this.tree = parent == null || parent.cancellable() == null ? new Object() : parent.tree;
    }

    /**
     * The root of all contexts: never done, without deadline and values. Go's {@code context.Background()}.
     *
     * @return always the same context
     */
    public static Context background() {
        return BACKGROUND;
    }

    /**
     * A context that is cancelled when the JVM is told to end: by Ctrl-C (SIGINT) or SIGTERM. Go's
     * {@code signal.NotifyContext}. A program that was started by a generated {@code main} then has ten seconds to
     * return from it before the JVM ends; others, as long as their {@code main} takes but no longer than that. The
     * exit status is the JVM's for the signal. Waiting for this context is no deadlock; but in a {@link Synctest} no
     * signal reaches it, and only {@link #cancel()} does.
     *
     * @return a context that may be cancelled and closed like any other, which only makes it done earlier
     */
    public static Context onInterrupt() {
        Context context = new Context(BACKGROUND, null, null, null);
        if (context.done.world == null) {
            context.awaitsInterrupt = true;
            Interrupts.notify(context);
        }
        return context;
    }

    /**
     * Derives a context that is done when it is cancelled or closed, or this is done. Go's {@code WithCancel}.
     *
     * @return the new context
     */
    public Context withCancel() {
        return derive(deadline);
    }

    /**
     * Derives a context that is also done, with a {@link TimeoutException}, when the time is over. Go's
     * {@code WithTimeout}.
     *
     * @param timeout from now; zero or less is now
     * @return the new context
     */
    public Context withTimeout(Duration timeout) {
        World world = World.current();
        return withDeadline(plus(Clock.now(world), timeout), Clock.due(world, timeout));
    }

    /**
     * Derives a context that is also done, with a {@link TimeoutException}, at a time. Go's {@code WithDeadline}.
     *
     * @param time when; the past is now. Later changes of the system's clock do not move it
     * @return the new context
     */
    public Context withDeadline(Instant time) {
        World world = World.current();
        return withDeadline(time, Clock.due(world, Duration.between(Clock.now(world), time)));
    }

    private static Instant plus(Instant now, Duration timeout) {
        return timeout.compareTo(Duration.between(now, Instant.MAX)) >= 0 ? Instant.MAX : now.plus(timeout);
    }

    private Context withDeadline(Instant time, long due) {
        if (deadline != null && !time.isBefore(deadline)) {
            return derive(deadline);
        }
        Context context = derive(time);
        if (due - Clock.nanoTime(context.done.world) <= 0) {
            context.timeOut();
            return context;
        }
        synchronized (context.tree) {
            if (context.err == null) {
                context.alarm = Alarm.of(context::timeOut);
                if (Clock.set(context.done.world, context.alarm, due)) {
                    Clock.wake();
                }
                if (context.done.world == null) {
                    WITH_ALARM.add(context);
                }
            }
        }
        return context;
    }

    private void timeOut() {
        finish(new TimeoutException("context deadline exceeded"), null);
    }

    /**
     * Derives a context that carries a value. It is done when this is; it cannot be cancelled by itself. Go's
     * {@code WithValue}.
     *
     * @param key compared by {@code equals}; best of a class of one's own
     * @param value what {@link #value} returns for the key
     * @return the new context
     */
    public Context withValue(Object key, Object value) {
        Objects.requireNonNull(key, "withValue: the key is null");
        return new Context(this, key, value, deadline);
    }

    /** A new child that can be cancelled, told when this is done. */
    private Context derive(Instant itsDeadline) {
        Context owner = enter("derive");
        Context child = new Context(this, null, null, itsDeadline);
        if (owner != null) {
            synchronized (owner.tree) {
                if (owner.err == null) {
                    owner.children.add(child);
                    return child;
                }
            }
            child.finish(owner.err, owner.cause);
        }
        return child;
    }

    /** This or the nearest ancestor that has a {@code done} of its own; null if there is none. */
    private Context cancellable() {
        Context context = this;
        while (context != null && context.done == null) {
            context = context.parent;
        }
        return context;
    }

    /** The same. Called first in every operation on its state, without its monitor: in a Synctest others may run here. */
    private Context enter(String operation) {
        Context owner = cancellable();
        if (owner != null) {
            owner.done.enter(operation, owner.done.chan);
        }
        return owner;
    }

    /**
     * A channel that is closed when this context is done.
     *
     * @return always the same channel; the nil channel if this is never done
     */
    public RecvChan<Void> done() {
        Context owner = cancellable();
        return owner == null ? Chan.nil() : owner.done.chan;
    }

    /**
     * Why this context is done.
     *
     * @return null if it is not; a {@link CancellationException} if it, or one above it, was cancelled; a
     *     {@link TimeoutException} if a deadline has passed. Always the same object once it is done
     */
    public Exception err() {
        Context owner = enter("err");
        if (owner == null) {
            return null;
        }
        Exception now = owner.reason();
        owner.done.cameOf(now == null ? "null" : now.getClass().getSimpleName());
        return now;
    }

    /** {@link #err}; if there is one, once all of the cancellation has happened. */
    private Exception reason() {
        if (err == null) {
            return null;
        }
        synchronized (tree) {
            return err;
        }
    }

    /**
     * What made this context done, in more detail than {@link #err()}. Go's {@code context.Cause}.
     *
     * @return null if it is not done; what was given to {@link #cancel(Throwable)}, here or above; else {@link #err()}
     */
    public Throwable cause() {
        Context owner = enter("cause");
        return owner == null || owner.reason() == null ? null : owner.cause;
    }

    /**
     * When this context will be done at the latest.
     *
     * @return the earliest deadline of this and those above it; empty if there is none
     */
    public Optional<Instant> deadline() {
        return Optional.ofNullable(deadline);
    }

    /**
     * The value that this context, or the nearest above it, carries for a key.
     *
     * @param key compared by {@code equals}
     * @return the value; null if there is none
     */
    public Object value(Object key) {
        for (Context context = this; context != null; context = context.parent) {
            if (context.key != null && context.key.equals(key)) {
                return context.value;
            }
        }
        return null;
    }

    /**
     * Starts {@code body} as a goroutine once this context is done; at once if it is. Go's {@code AfterFunc}.
     *
     * @param body what to run; an exception that leaves it is a panic
     * @return takes {@code body} back: true if it will not run, false if it has been started or taken back already
     */
    public BooleanSupplier afterFunc(Go.Body body) {
        Objects.requireNonNull(body, "afterFunc(null): there is nothing to run");
        // An object of its own, so that the same body may be registered twice.
        Go.Body registered = () -> body.run();
        Context owner = enter("afterFunc");
        if (owner == null) {
            return new Once();
        }
        synchronized (owner.tree) {
            if (owner.err == null) {
                owner.functions.add(registered);
                return () -> owner.forget(registered);
            }
        }
        Launch.goroutine("afterFunc", body);
        return () -> false;
    }

    /** Taking back what would never have run. */
    private static final class Once implements BooleanSupplier {
        private boolean taken;

        @Override
        public synchronized boolean getAsBoolean() {
            boolean first = !taken;
            taken = true;
            return first;
        }
    }

    private boolean forget(Go.Body registered) {
        enter("take back afterFunc");
        synchronized (tree) {
            return functions.remove(registered);
        }
    }

    /**
     * Makes this context and all derived from it done, with a {@link CancellationException}. Does nothing if it is done.
     *
     * @throws UnsupportedOperationException if this is {@link #background()} or made by {@link #withValue}
     */
    public void cancel() {
        checkCancellable();
        enter("cancel");
        finish(new CancellationException("context canceled"), null);
    }

    /**
     * The same, and says why: {@link #cause()} tells. Go's {@code WithCancelCause}.
     *
     * @param cause why; null for no particular reason
     * @throws UnsupportedOperationException if this is {@link #background()} or made by {@link #withValue}
     */
    public void cancel(Throwable cause) {
        checkCancellable();
        enter("cancel");
        finish(new CancellationException("context canceled"), cause);
    }

    private void checkCancellable() {
        if (done == null) {
            throw new UnsupportedOperationException(
                    "cancel of " + (parent == null ? "background()" : "a withValue context") + ": derive one by withCancel()");
        }
    }

    /** Cancels this context, if it can be cancelled; so that try-with-resources is Go's {@code defer cancel()}. */
    @Override
    public void close() {
        if (done != null) {
            cancel();
        }
    }

    /**
     * PENDING -> DONE, for this and every context below it. By the time it returns, whoever did it, all of them are done.
     */
    private void finish(Exception reason, Throwable why) {
        List<Go.Body> toStart = new ArrayList<>();
        synchronized (tree) {
            Throwable itsCause = why == null ? reason : why;
            // A loop, as the tree may be deeper than a stack.
            Deque<Context> below = new ArrayDeque<>(List.of(this));
            while (!below.isEmpty()) {
                Context context = below.pop();
                if (context.err == null) {
                    below.addAll(context.children);
                    toStart.addAll(context.functions);
                    context.finishAlone(reason, itsCause);
                }
            }
        }
        // Without the monitor: a start may take a while.
        for (Go.Body body : toStart) {
            Launch.goroutine("afterFunc", body);
        }
    }

    private void finishAlone(Exception reason, Throwable why) {
        cause = why;
        err = reason;
        done.chan.closeAtOnce();
        children.clear();
        functions.clear();
        if (alarm != null) {
            Clock.cancel(done.world, alarm);
            alarm = null;
            WITH_ALARM.remove(this);
        }
        Context owner = parent.cancellable();
        if (owner != null) {
            owner.children.remove(this);
        }
        if (awaitsInterrupt) {
            Interrupts.forget(this);
        }
    }

    /** Whether this will be done though no goroutine does anything: by a deadline, here or above, or a signal. */
    private boolean endsByItself() {
        for (Context context = this; context != null; context = context.parent) {
            if (context.done != null && context.err == null && (context.deadline != null || context.awaitsInterrupt)) {
                return true;
            }
        }
        return false;
    }

    /** Whether somebody waits for the clock, or for a signal, to make a context done. */
    static boolean anyAwaited() {
        return WITH_ALARM.stream().anyMatch(Context::isAwaited) || Interrupts.anyAwaited();
    }

    /** Whether a thread waits for this or one below to be done, or a function is to be started then. */
    boolean isAwaited() {
        synchronized (tree) {
            Deque<Context> below = new ArrayDeque<>(List.of(this));
            while (!below.isEmpty()) {
                Context context = below.pop();
                if (!context.functions.isEmpty() || context.done.chan.isReceiverWaiting()) {
                    return true;
                }
                below.addAll(context.children);
            }
            return false;
        }
    }
}
