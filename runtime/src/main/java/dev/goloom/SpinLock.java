package dev.goloom;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The lock of a channel or wait group: held for a few dozen instructions, never while parking, never while running code
 * of the user's. Not reentrant.
 *
 * <p>A holder is therefore always running or about to be scheduled by the operating system, so whoever finds the lock
 * taken looks again for a moment and then yields its carrier. There is no queue: the queues that are fair are those of
 * the waiters that the lock guards. (One exception: on the channel of a timer, the first receiver to wait may itself wait
 * for the lock of the alarms' heap, which is as short, while it holds this one.)
 */
abstract class SpinLock {
    /** How often a taken lock is read again before the processor is given to somebody else. */
    private static final int LOOKS = 100;

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

    final void acquire() {
        if (!HELD.compareAndSet(this, 0, 1)) {
            acquireContended();
        }
    }

    final void release() {
        HELD.setRelease(this, 0);
    }

    private void acquireContended() {
        int looks = LOOKS;
        do {
            while (held != 0) {
                if (--looks < 0) {
                    Thread.yield();
                    looks = LOOKS;
                }
            }
        } while (!HELD.compareAndSet(this, 0, 1));
    }
}
