package dev.goloom;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
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
 * One that can be cancelled and is not stays in memory until its deadline, and for as long as one that can be cancelled too
 * and from which it derives.
 * So each is to be closed by whoever derived it: in {@code parent.withTimeout(d).withCancel()} nobody closes the first.
 *
 * <p>Every method may be called from any thread, and none blocks. What was done before a context became done
 * <i>happens-before</i> what a goroutine does that has seen it done.
 *
 * @see <a href="https://pkg.go.dev/context">context</a>
 */
public final class Context implements AutoCloseable {
    private static final Context BACKGROUND = new Context(null, null, null, null, null);

    private final Context parent;
    private final Object key;
    private final Object value;

    /** The nearest deadline of this and its ancestors; null if there is none. */
    private final Instant deadline;

    /** What makes this done: its own, or that of the nearest ancestor that has one; null if none has. */
    private final Cancellation cancellation;

    private Context(Context parent, Object key, Object value, Instant deadline, Cancellation cancellation) {
        this.parent = parent;
        this.key = key;
        this.value = value;
        this.deadline = deadline;
        this.cancellation = cancellation;
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
     * A context that is cancelled when a signal ends the JVM: Ctrl-C (SIGINT), SIGTERM or SIGHUP; not when the program ends by
     * itself, nor by {@link System#exit}. Go's {@code signal.NotifyContext}. A program then has as long as its {@code main}
     * takes to return, but no longer than ten seconds, before the JVM ends; where a {@code main} that is not a generated one
     * has returned already, as long as the thread takes that has called this. The JVM ignores further signals meanwhile, and
     * its exit status is that for the signal. Waiting for this context is no deadlock; but in a {@link Synctest} no signal
     * reaches it, and only {@link #cancel()} does.
     *
     * @return a context that may be cancelled and closed like any other: it is done then, and a signal ends the JVM at once,
     *     as if it had not been made
     */
    public static Context onInterrupt() {
        return new Context(BACKGROUND, null, null, null, Cancellation.onInterrupt());
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
        if (timeout.compareTo(Duration.between(now, Instant.MAX)) >= 0) {
            return Instant.MAX;
        }
        return timeout.compareTo(Duration.between(now, Instant.MIN)) <= 0 ? Instant.MIN : now.plus(timeout);
    }

    private Context withDeadline(Instant time, long due) {
        if (deadline != null && !time.isBefore(deadline)) {
            return derive(deadline);
        }
        // Before the context is among those below this one, as it may throw.
        ReservedStack.check();
        Context context = derive(time);
        context.cancellation.timeOutAt(due);
        return context;
    }

    /** A child that can be cancelled. */
    private Context derive(Instant itsDeadline) {
        return new Context(this, null, null, itsDeadline, Cancellation.below(cancellation, itsDeadline != null));
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
        return new Context(this, key, value, deadline, cancellation);
    }

    /**
     * A channel that is closed when this context is done. To {@link RecvChan#cancel() cancel} it does nothing: others may
     * wait for it too.
     *
     * @return always the same channel; if this is never done, the {@linkplain Chan#nil() nil channel}, which cannot be cancelled
     */
    public RecvChan<Void> done() {
        return cancellation == null ? Chan.nil() : cancellation.chan;
    }

    /**
     * Why this context is done.
     *
     * @return null if it is not; a {@link CancellationException} if it, or one above it, was cancelled; a
     *     {@link TimeoutException} if a deadline has passed. Always the same object once it is done
     */
    public Exception err() {
        return cancellation == null ? null : cancellation.err();
    }

    /**
     * What made this context done, in more detail than {@link #err()}. Go's {@code context.Cause}.
     *
     * @return null if it is not done; what was given to {@link #cancel(Throwable)}, here or above; else {@link #err()}
     */
    public Throwable cause() {
        return cancellation == null ? null : cancellation.cause();
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
     * Starts {@code body} as a goroutine once this context is done; at once if it is. Several are in no order. Go's
     * {@code AfterFunc}.
     *
     * @param body what to run; an exception that leaves it is a panic
     * @return takes {@code body} back: true if it will not run, false if it has been started or taken back already
     */
    public BooleanSupplier afterFunc(Go.Body body) {
        Objects.requireNonNull(body, "afterFunc(null): there is nothing to run");
        return cancellation == null ? new Once() : cancellation.afterFunc(body);
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

    /**
     * Makes this context and all derived from it done, with a {@link CancellationException}. Does nothing if it is done.
     *
     * @throws UnsupportedOperationException if this is {@link #background()} or made by {@link #withValue}
     */
    public void cancel() {
        cancel(null);
    }

    /**
     * The same, and says why: {@link #cause()} tells. Go's {@code WithCancelCause}.
     *
     * @param cause why; null for no particular reason
     * @throws UnsupportedOperationException if this is {@link #background()} or made by {@link #withValue}
     */
    public void cancel(Throwable cause) {
        if (!isCancellable()) {
            throw new UnsupportedOperationException(
                    "cancel of " + (parent == null ? "background()" : "a withValue context") + ": derive one by withCancel()");
        }
        cancellation.cancel(cause);
    }

    /** Cancels this context, if it can be cancelled; so that try-with-resources is Go's {@code defer cancel()}. */
    @Override
    public void close() {
        if (isCancellable()) {
            cancel();
        }
    }

    private boolean isCancellable() {
        return parent != null && key == null;
    }

    /**
     * Tells how this was derived, for instance {@code background().withDeadline(2026-11-28T12:00:00Z).withValue(user)}. Values
     * are not shown. A timeout is shown as its deadline; if it is no earlier than one above it, and in a {@link Synctest}
     * {@link #onInterrupt()} too, as the {@code withCancel()} that it amounts to.
     */
    @Override
    public String toString() {
        Deque<String> steps = new ArrayDeque<>();
        // A loop, as a tree may be deeper than a stack.
        for (Context context = this; context != null; context = context.isRoot() ? null : context.parent) {
            steps.addFirst(context.step());
        }
        return String.join(".", steps);
    }

    /** Whether it was not derived by a user. */
    private boolean isRoot() {
        return parent == null || isCancellable() && cancellation.awaitsInterrupt;
    }

    private String step() {
        if (isRoot()) {
            return parent == null ? "background()" : "onInterrupt()";
        }
        if (key != null) {
            return "withValue(" + key + ")";
        }
        return deadline == parent.deadline ? "withCancel()" : "withDeadline(" + deadline + ")";
    }
}
