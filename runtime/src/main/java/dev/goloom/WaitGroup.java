package dev.goloom;

import java.util.Objects;
import java.util.function.Consumer;

/**
 * Waits for a collection of goroutines to finish: Go's {@code sync.WaitGroup}.
 *
 * <p>The goroutine that starts others calls {@link #add} before it starts them, each calls {@link #done()} when it is
 * finished, and {@link #await()} blocks until the counter is zero. {@link #go} does all of it at once:
 * <pre>{@code
 * WaitGroup wg = new WaitGroup();
 * for (String url : urls) {
 *     wg.go(() -> fetch(url));
 * }
 * wg.await();
 * }</pre>
 * To call {@code add} inside the new goroutine instead is wrong, as it is in Go: {@code await} may run first, see a
 * counter of zero, and not wait.
 *
 * <p>What a thread did before a call of {@code done} <i>happens-before</i> the return of every {@code await} that it
 * unblocks. Every method may be called from any thread, platform or virtual. A group may be used again once its counter
 * is zero.
 *
 * @see <a href="https://pkg.go.dev/sync#WaitGroup">sync.WaitGroup</a>
 */
public final class WaitGroup extends SpinLock {
    private final World world = World.current();

    /** Tells the groups of a world apart. */
    private final int number = world == null ? 0 : world.nextGroup();

    /** How many are not done yet; never negative. Guarded by the lock, as are those who wait. */
    private int counter;

    /** Those in {@link #await()}, longest first, doubly linked; null whenever the counter is zero and the lock free. */
    private Waiter first;

    private Waiter last;

    /** A group whose counter is zero. */
    public WaitGroup() {}

    /**
     * Adds to the counter. When it becomes zero, everyone blocked in {@link #await()} goes on. Never blocks.
     *
     * @param delta how many goroutines more there are to wait for; negative for fewer
     * @throws IllegalStateException if the counter would become negative, or more than {@link Integer#MAX_VALUE}; it is
     *     left as it was
     */
    public void add(int delta) {
        enter("add");
        change(delta);
    }

    private void change(int delta) {
        Waiter released = null;
        acquireAgain();
        long sum = (long) counter + delta;
        if (sum < 0 || sum > Integer.MAX_VALUE) {
            int before = counter;
            release();
            throw new IllegalStateException(sum < 0
                    ? "negative WaitGroup counter: " + before + " and " + delta + " more; is done() called once too often?"
                    : "WaitGroup counter overflow: " + before + " and " + delta + " more");
        }
        counter = (int) sum;
        if (counter == 0) {
            released = completeAll();
        }
        release();
        if (world != null) {
            world.cameOf("counter " + sum);
        }
        if (released != null) {
            released.wakeAll();
        }
    }

    /**
     * Takes one from the counter: a goroutine is finished. Never blocks.
     *
     * @throws IllegalStateException if the counter is zero already
     */
    public void done() {
        enter("done");
        change(-1);
    }

    /**
     * Blocks until the counter is zero; returns at once if it is. Go's {@code Wait}.
     *
     * @throws java.util.concurrent.CancellationException if the thread is interrupted and would have to wait; the
     *     interrupt status stays set
     */
    public void await() {
        enter("await");
        acquireAgain();
        if (counter == 0) {
            release();
            MainsEnd.met();
            SystemMonitor.safepoint();
            return;
        }
        if (Thread.currentThread().isInterrupted()) {
            release();
            throw Cancelled.interrupted("wait", this);
        }
        Waiter waiter = enqueue();
        Waiter completed;
        try {
            completed = waiter.await(this);
        } catch (VirtualMachineError e) {
            completed = waiter.giveUp();
            if (completed == null) {
                dequeue(waiter);
                throw e;
            }
        }
        if (completed == null) {
            dequeue(waiter);
            throw Cancelled.interrupted("wait", this);
        }
        MainsEnd.met();
        SystemMonitor.safepoint();
    }

    /** Gives the lock back, also if there is no memory for a waiter. */
    private Waiter enqueue() {
        try {
            Waiter waiter = new Waiter(world, false, null);
            if (last == null) {
                first = waiter;
            } else {
                waiter.linkAfter(last);
            }
            last = waiter;
            return waiter;
        } finally {
            release();
        }
    }

    /** Takes a waiter out, if it is still in. */
    private void dequeue(Waiter waiter) {
        acquireAgain();
        if (waiter.previous != null || waiter == first) {
            unlink(waiter);
        }
        release();
    }

    private void unlink(Waiter waiter) {
        if (waiter == first) {
            first = waiter.next;
        }
        if (waiter == last) {
            last = waiter.previous;
        }
        waiter.unlink();
    }

    /** Completes all waiters. Returns the first of those to be woken once the lock is free; each leads to the next. */
    private Waiter completeAll() {
        Waiter firstCompleted = null;
        Waiter lastCompleted = null;
        for (Waiter waiter = first; waiter != null; waiter = first) {
            unlink(waiter);
            if (waiter.complete()) {
                if (lastCompleted == null) {
                    firstCompleted = waiter;
                } else {
                    lastCompleted.next = waiter;
                }
                lastCompleted = waiter;
            }
        }
        return firstCompleted;
    }

    /**
     * Starts {@code body} as a goroutine that this group waits for: the {@code Go} of Go 1.25. Adds one to the counter
     * and returns at once; when the body has ended, the counter goes down again.
     *
     * @param body what to run; an exception that leaves it is a panic, as in {@link Go#go}. Where that ends the program, the
     *     counter stays as it is: whoever waits for the group does not end the program before the panic has
     * @throws IllegalStateException if the counter would overflow
     */
    public void go(Go.Body body) {
        Objects.requireNonNull(body, "go(null): there is nothing to run");
        add(1);
        try {
            Launch.goroutine("func", () -> runAndDone(body));
        } catch (VirtualMachineError e) {
            // It was not started.
            change(-1);
            throw e;
        }
    }

    private void runAndDone(Go.Body body) throws Throwable {
        try {
            body.run();
        } catch (Throwable thrown) {
            if (!endsProgram(thrown)) {
                done();
            }
            throw thrown;
        }
        done();
    }

    /** Whether what leaves the current goroutine of this group is a panic that ends the program, or the Synctest. */
    private boolean endsProgram(Throwable thrown) {
        return (Program.hasGeneratedMain() || world != null) && !Cancelled.here(thrown);
    }

    /** Throws unless the current thread may use this. */
    void checkWorld(String operation) {
        World.check(world, operation, this);
    }

    private void enter(String operation) {
        ReservedStack.check();
        checkWorld(operation);
        if (world != null) {
            world.step(operation, this);
        }
    }

    void forEachWaiter(Consumer<Waiter> action) {
        acquire();
        try {
            for (Waiter waiter = first; waiter != null; waiter = waiter.next) {
                action.accept(waiter);
            }
        } finally {
            release();
        }
    }

    /** The short name. */
    String name() {
        return number == 0 ? "wait group" : "wait group#" + number;
    }

    /** Names the group as reports do. */
    @Override
    public String toString() {
        return name() + " (counter " + counter + ")";
    }
}
