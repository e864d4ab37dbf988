package dev.goloom;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;

/**
 * A goroutine's place in a queue while it is blocked there; Go's {@code sudog}. A plain send or receive has one waiter, and
 * so has who waits for a group. A select has one for each of its cases, see {@link SelectWaiter}; the first of them, the
 * <i>leader</i>, holds the outcome for all. A waiter on its own is its own leader.
 *
 * <p>States of the leader's {@code outcome}:
 * <pre>
 *   LOOKING -> PARKED -> w         the thread parked, and waiter w of this operation was completed
 *   LOOKING -> w                   w was completed before the thread parked: no unpark is due
 *   LOOKING | PARKED -> WITHDRAWN  the thread was interrupted first, or cannot wait: the operation does not happen
 * </pre>
 * Whoever moves the outcome to {@code w} or {@code WITHDRAWN} by compare-and-set has decided the operation; nobody
 * decides twice. LOOKING is null, so a fresh waiter is looking.
 *
 * <p>A waiter is completed only by the thread that has taken it out of its queue, so {@code element} has one writer at a
 * time. The compare-and-set publishes it to the waiting thread.
 */
sealed class Waiter permits SelectWaiter {
    private static final Object LOOKING = null;
    private static final Object PARKED = new Object();
    private static final Object WITHDRAWN = new Object();

    /** Stands in {@code element} when the channel was closed, failed or cancelled under the waiter. */
    static final Object TERMINATED = new Object();

    private static final VarHandle OUTCOME;

    static {
        try {
            OUTCOME = MethodHandles.lookup().findVarHandle(Waiter.class, "outcome", Object.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Whom to wake. */
    final Thread thread;

    /** The virtual world that the thread belongs to, or null. */
    final World world;

    /** True for a send; false for a receive, and in a wait group. */
    final boolean sends;

    /**
     * For a send what is offered, for a receive what was delivered; {@link #TERMINATED} in either if there will be none.
     * Guarded by the channel's lock until this is completed, then the waiting thread's own.
     */
    Object element;

    /** Neighbours in the queue of a channel or wait group, null at its ends and outside; guarded by its lock. */
    Waiter previous;

    /** Or, once this is out of the queue and completed with others at once: the next of those that are still to be woken. */
    Waiter next;

    /** Whether {@link #complete} found the thread parked; used only by the thread that completed this. */
    private boolean wasParked;

    /** In the leader only. */
    @SuppressWarnings("unused")
    private volatile Object outcome;

    /**
     * A waiter of the current thread.
     *
     * @param element what it offers; null if it does not send
     */
    Waiter(World world, boolean sends, Object element) {
        this.thread = Thread.currentThread();
        this.world = world;
        this.sends = sends;
        this.element = element;
    }

    /** The waiter that holds the outcome of the whole operation. */
    Waiter leader() {
        return this;
    }

    /** Joins a queue behind {@code before}; the queue's own ends are its matter. */
    final void linkAfter(Waiter before) {
        before.next = this;
        previous = before;
    }

    /** Leaves a queue; the queue's own ends are its matter. */
    final void unlink() {
        if (previous != null) {
            previous.next = next;
        }
        if (next != null) {
            next.previous = previous;
        }
        previous = null;
        next = null;
    }

    /** True while the thread is parked for good, as far as this operation goes. */
    boolean isParked() {
        return leader().outcome == PARKED;
    }

    /**
     * Decides the operation in favour of this waiter. The caller has taken this out of its queue and has written
     * {@link #element}; if this returns true it must call {@link #wake} once it holds no lock.
     *
     * @return false if the operation was decided otherwise already
     */
    boolean complete() {
        Waiter leader = leader();
        if (OUTCOME.compareAndSet(leader, LOOKING, this)) {
            return true;
        }
        // Not looking any more: parked, or decided. A parked one never looks again.
        WakeUps.count();
        if (OUTCOME.compareAndSet(leader, PARKED, this)) {
            wasParked = true;
            return true;
        }
        return false;
    }

    /** Lets the thread of a completed waiter go on. */
    void wake() {
        if (world != null) {
            world.ready(thread);
        } else if (wasParked) {
            LockSupport.unpark(thread);
        }
    }

    /** Wakes this and those that it leads to, which have been completed at once. */
    void wakeAll() {
        for (Waiter waiter = this; waiter != null; ) {
            Waiter following = waiter.next;
            waiter.next = null;
            waiter.wake();
            waiter = following;
        }
    }

    /** Looks for a while, and then does what {@link #await} does. */
    Waiter lookAndAwait(AdaptiveSpin spin, Object blocker) {
        return spin.seesDecided(() -> outcome != LOOKING) ? (Waiter) outcome : await(blocker);
    }

    /**
     * For the current thread, which this leader belongs to, where it cannot wait for lack of memory or stack. As from
     * {@link #await}, null means that nothing happened, and that the caller must take every waiter out of its queue.
     */
    Waiter giveUp() {
        if (!OUTCOME.compareAndSet(this, LOOKING, WITHDRAWN)) {
            WakeUps.count();
            OUTCOME.compareAndSet(this, PARKED, WITHDRAWN);
        }
        return outcome == WITHDRAWN ? null : (Waiter) outcome;
    }

    /**
     * Waits until the operation is decided: parks the current thread, which this leader belongs to.
     *
     * @param blocker what thread dumps show as the cause
     * @return the waiter that was completed; null if the thread was interrupted first: nothing happened then, the
     *     interrupt status is still set, and the caller must take every waiter of the operation out of its queue
     */
    Waiter await(Object blocker) {
        if (!OUTCOME.compareAndSet(this, LOOKING, PARKED)) {
            return (Waiter) outcome;
        }
        if (Trace.ON) {
            return parkTraced(blocker);
        }
        return park(blocker);
    }

    private Waiter parkTraced(Object blocker) {
        Trace.blocks(Blocked.operation(blocker, sends));
        try {
            return park(blocker);
        } finally {
            Trace.goesOn();
        }
    }

    private Waiter park(Object blocker) {
        for (;;) {
            Object seen = outcome;
            if (seen != PARKED) {
                return (Waiter) seen;
            }
            if (thread.isInterrupted()) {
                WakeUps.count();
                if (OUTCOME.compareAndSet(this, PARKED, WITHDRAWN)) {
                    return null;
                }
            } else if (world == null) {
                LockSupport.park(blocker);
            } else {
                world.block(blocker);
            }
        }
    }
}
