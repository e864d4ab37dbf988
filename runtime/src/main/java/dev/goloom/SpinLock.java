package dev.goloom;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The lock of a channel, of a wait group, of the alarms and of a list of goroutines. It is held for a few dozen instructions
 * in what is done often, and for some more for each waiter where all are looked at; never while running code of the user's.
 * Not reentrant. Nor does a stack overflow leave it taken, see {@link ReservedStack}.
 *
 * <p>The rule that makes it sound: <b>a holder never gives its carrier away</b>. It neither parks nor yields, nor takes a
 * lock that parks. (It may be the first to need a class or a lambda expression. The JVM may have to wait then, but keeps the
 * carrier.) So it is always running, or about to be scheduled by the operating system, and whoever finds the lock
 * taken has not long to look. A thread that holds nothing yields its carrier after a while; one that already holds
 * another of these locks must not, and only looks. (A holder that yielded could wait for ever: its carrier may prefer
 * those who look for the lock, each of whom yields to the next.) There is no queue: the queues that are fair are those
 * of the waiters that the lock guards.
 */
abstract class SpinLock {
    /** How often a taken lock is read again before the processor is given to somebody else. */
    private static final int LOOKS = 100;

    /** How often a thread that met another pauses before it reads again: the holder does more than one thing meanwhile. */
    private static final int PAUSES = 2;

    private static final VarHandle HELD;

    static {
        try {
            HELD = MethodHandles.lookup().findVarHandle(SpinLock.class, "held", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** 0 when free, 1 when held. Taken by compare-and-set, given back by a release store. */
    @SuppressWarnings("unused")
    private volatile int held;

    /**
     * For a thread that holds no other of these locks, and begins an operation.
     *
     * @throws StackOverflowError if there may not be enough stack for the operation, of which nothing has happened
     */
    final void acquire() {
        ReservedStack.check();
        acquireAgain();
    }

    /**
     * For a thread that holds no other of these locks, in an operation for which the stack has been looked at. It is not looked
     * at again: of what was reserved then, less may be left by now.
     */
    final void acquireAgain() {
        if (!HELD.compareAndSet(this, 0, 1)) {
            acquireContended(true);
        }
    }

    /** For a thread that holds others, which come before this one in the order of locking. */
    final void acquireNext() {
        if (!HELD.compareAndSet(this, 0, 1)) {
            acquireContended(false);
        }
    }

    final void release() {
        HELD.setRelease(this, 0);
    }

    private void acquireContended(boolean mayYield) {
        int looks = LOOKS;
        do {
            for (int i = PAUSES; i > 0; i--) {
                Thread.onSpinWait();
            }
            while (held != 0) {
                if (--looks < 0 && mayYield) {
                    Thread.yield();
                    looks = LOOKS;
                }
            }
        } while (!HELD.compareAndSet(this, 0, 1));
    }
}
