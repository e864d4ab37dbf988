package dev.goloom;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * What makes a {@link Context} done, and those below it; Go's {@code cancelCtx} and {@code timerCtx}. A context that can be
 * cancelled has one of its own; one that only carries a value shares that of the context above it.
 *
 * <p>States:
 * <pre>
 *   PENDING (err is null) -> DONE (err, cause are set; chan is closed; no children, no functions, no alarm)
 * </pre>
 * All of a tree, those below one that has none above it, share a monitor. It is held until all that a cancellation reaches
 * are DONE, so that nobody who enters it sees half a cancellation.
 */
final class Cancellation extends Hook {
    /** Those whose alarm is set: what makes a program live on though all its goroutines wait. */
    private static final Set<Cancellation> WITH_ALARM = ConcurrentHashMap.newKeySet();

    /** Closed when this is done. */
    final Chan<Void> chan = Chan.make(0, this);

    /** The nearest above; null if there is none. */
    private final Cancellation parent;

    /** Whether its context has a deadline, or one above it has. */
    private final boolean hasDeadline;

    /** True for one that a signal cancels. */
    final boolean awaitsInterrupt;

    /** The monitor of the tree. */
    private final Object tree;

    // Guarded by the monitor of the tree.
    private final Set<Cancellation> children = new LinkedHashSet<>();
    private final Set<Go.Body> functions = new LinkedHashSet<>();
    private Alarm alarm;

    /** Set once, with the cause before it. */
    private volatile Exception err;

    private volatile Throwable cause;

    private Cancellation(Cancellation parent, boolean hasDeadline, boolean awaitsInterrupt) {
        super(World.current());
        this.parent = parent;
        this.hasDeadline = hasDeadline;
        this.awaitsInterrupt = awaitsInterrupt;
        this.tree = parent == null ? new Object() : parent.tree;
    }

    /**
     * One that is done when the one above is, at once if that is done already.
     *
     * @param parent the one above; null for none
     * @param hasDeadline whether its context, or one above it, has a deadline
     */
    static Cancellation below(Cancellation parent, boolean hasDeadline) {
        if (parent == null) {
            return new Cancellation(null, hasDeadline, false);
        }
        parent.enter("derive");
        Cancellation child = new Cancellation(parent, hasDeadline, false);
        parent.add(child);
        return child;
    }

    /** One that is done when a signal ends the JVM; in a world, only when it is cancelled. */
    static Cancellation onInterrupt() {
        Cancellation cancellation = new Cancellation(null, false, World.current() == null);
        if (cancellation.awaitsInterrupt) {
            Interrupts.notify(cancellation);
        }
        return cancellation;
    }

    private void add(Cancellation child) {
        synchronized (tree) {
            if (err == null) {
                children.add(child);
                return;
            }
        }
        child.finish(err, cause);
    }

    /** Called first in every operation on the state, without the monitor: in a world others may run here. */
    private void enter(String operation) {
        enter(operation, chan);
    }

    /** Makes this done when the clock has reached {@code due}. */
    void timeOutAt(long due) {
        if (due - Clock.nanoTime(world) <= 0) {
            timeOut();
            return;
        }
        synchronized (tree) {
            if (err == null) {
                alarm = Alarm.of(this::timeOut);
                if (Clock.set(world, alarm, due)) {
                    Clock.wake();
                }
                if (world == null) {
                    WITH_ALARM.add(this);
                }
            }
        }
    }

    private void timeOut() {
        finish(new TimeoutException("context deadline exceeded"), null);
    }

    /** Makes this done, for a reason that may be null. */
    void cancel(Throwable why) {
        enter("cancel");
        finish(new CancellationException("context canceled"), why);
    }

    /** Why this is done; null if it is not. */
    Exception err() {
        enter("err");
        Exception now = reason();
        cameOf(now == null ? "null" : now.getClass().getSimpleName());
        return now;
    }

    /** The same in more detail. */
    Throwable cause() {
        enter("cause");
        return reason() == null ? null : cause;
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

    /** Starts {@code body} once this is done; what is returned takes it back. */
    BooleanSupplier afterFunc(Go.Body body) {
        // An object of its own, so that the same body may be registered twice.
        Go.Body registered = () -> body.run();
        enter("afterFunc");
        synchronized (tree) {
            if (err == null) {
                functions.add(registered);
                return () -> takeBack(registered);
            }
        }
        Launch.goroutine("afterFunc", body);
        return () -> false;
    }

    private boolean takeBack(Go.Body registered) {
        enter("take back afterFunc");
        synchronized (tree) {
            return functions.remove(registered);
        }
    }

    /** PENDING -> DONE, for this and every one below it. By the time it returns, whoever did it, all of them are done. */
    private void finish(Exception reason, Throwable why) {
        // Not to be broken off: nobody would do the rest.
        ReservedStack.check();
        List<Go.Body> toStart = new ArrayList<>();
        synchronized (tree) {
            List<Cancellation> reached = err == null ? andBelow() : List.of();
            for (Cancellation each : reached) {
                toStart.addAll(each.functions);
            }
            for (Cancellation each : reached) {
                each.cause = why == null ? reason : why;
                each.err = reason;
            }
            // All have a reason before a channel tells of one, since err is also read without the monitor.
            for (Cancellation each : reached) {
                each.finishAlone();
            }
        }
        // Without the monitor: a start may take a while.
        for (Go.Body body : toStart) {
            Launch.goroutine("afterFunc", body);
        }
    }

    /** This and all below it, none before its parent. A loop, as the tree may be deeper than a stack. */
    private List<Cancellation> andBelow() {
        List<Cancellation> all = new ArrayList<>(List.of(this));
        for (int i = 0; i < all.size(); i++) {
            all.addAll(all.get(i).children);
        }
        return all;
    }

    private void finishAlone() {
        chan.closeAtOnce();
        children.clear();
        functions.clear();
        if (alarm != null) {
            Clock.cancel(world, alarm);
            alarm = null;
            WITH_ALARM.remove(this);
        }
        if (awaitsInterrupt) {
            Interrupts.forget(this);
        }
        if (parent != null) {
            parent.children.remove(this);
        }
    }

    /** Whether somebody waits for the clock, or for a signal, to make a context done. */
    static boolean anyAwaited() {
        return WITH_ALARM.stream().anyMatch(Cancellation::isAwaited) || Interrupts.anyAwaited();
    }

    /** Whether a thread waits for this or one below to be done, or a function is to be started then. */
    boolean isAwaited() {
        synchronized (tree) {
            return andBelow().stream().anyMatch(each -> !each.functions.isEmpty() || each.chan.isReceiverWaiting());
        }
    }

    /** Others wait for it too. */
    @Override
    boolean isCancellable() {
        return false;
    }

    @Override
    boolean wakesByItself() {
        for (Cancellation each = this; each != null; each = each.parent) {
            if (each.err == null && (each.hasDeadline || each.awaitsInterrupt)) {
                return true;
            }
        }
        return false;
    }

    @Override
    String kind() {
        return "context";
    }
}
