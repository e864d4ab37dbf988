package dev.goloom;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Where a sender and a receiver of an unbuffered channel meet while both are running. Whoever must wait, and is the first
 * of its kind, may look here for a while for its counterpart before it makes a waiter and parks. What passes between the
 * two lies beside the lock that both need anyway, so that as little memory as can be travels between their processors.
 *
 * <p>There is one place for a sender and one for a receiver. States of the receiver's:
 * <pre>
 *   free     null
 *   taken    LOOKING
 *   decided  the element that it receives, or TERMINATED
 * </pre>
 * and of the sender's:
 * <pre>
 *   free     null
 *   taken    the element that it offers
 *   decided  RECEIVED, or TERMINATED
 * </pre>
 * Every change is made with the lock held but one: from decided to free, by the thread that has looked, once it has read
 * what came of its operation. Nobody takes a place before that, so nothing is overwritten. Who looks in vain gives the place
 * back under the lock, unless it finds its operation decided by then, and queues a waiter before all others of its kind: it
 * has waited longer than they have.
 */
abstract sealed class Rendezvous extends SpinLock permits Buffer {
    /** A receiver that looks. */
    private static final Object LOOKING = new Object();

    /** What became of a sender's element. */
    private static final Object RECEIVED = new Object();

    private static final VarHandle SENDER;
    private static final VarHandle RECEIVER;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            SENDER = lookup.findVarHandle(Rendezvous.class, "sender", Object.class);
            RECEIVER = lookup.findVarHandle(Rendezvous.class, "receiver", Object.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Object sender;
    private Object receiver;

    // ---- with the lock held, for the counterpart; a guess without

    final boolean isSenderHere() {
        Object seen = sender;
        return seen != null && seen != RECEIVED && seen != Waiter.TERMINATED;
    }

    final boolean isReceiverHere() {
        return receiver == LOOKING;
    }

    /** Takes the element of the sender, which must be here. */
    final Object takeFromSender() {
        Object element = sender;
        SENDER.setRelease(this, RECEIVED);
        return element;
    }

    /** Delivers an element to the receiver, which must be here. */
    final void deliver(Object element) {
        RECEIVER.setRelease(this, element);
    }

    /** The channel has ended: whoever is here goes on with {@link Waiter#TERMINATED}. */
    final void dismiss() {
        if (isSenderHere()) {
            SENDER.setRelease(this, Waiter.TERMINATED);
        }
        if (isReceiverHere()) {
            deliver(Waiter.TERMINATED);
        }
    }

    // ---- with the lock held, for who must wait

    final boolean isFree(boolean sends) {
        return sends ? SENDER.getAcquire(this) == null : RECEIVER.getAcquire(this) == null;
    }

    /**
     * Takes the sender's place, which must be free, gives the lock back and looks for a receiver.
     *
     * @return what came of the send: {@link Waiter#TERMINATED} if the channel ended; null if nothing, and then the lock is
     *     held again and the place is free
     */
    final Object spinToSend(Object element, AdaptiveSpin spin) {
        sender = element;
        release();
        boolean decided;
        try {
            decided = spin.seesDecided(() -> SENDER.getAcquire(this) != element);
        } catch (VirtualMachineError e) {
            // No memory, or no stack, to look with.
            decided = false;
        }
        if (!decided) {
            acquireAgain();
            if (sender == element) {
                sender = null;
                return null;
            }
            release();
        }
        Object outcome = sender;
        SENDER.setRelease(this, null);
        return outcome;
    }

    /** The same for a receive; what came of it is the element, if the channel has not ended. */
    final Object spinToReceive(AdaptiveSpin spin) {
        receiver = LOOKING;
        release();
        boolean decided;
        try {
            decided = spin.seesDecided(() -> RECEIVER.getAcquire(this) != LOOKING);
        } catch (VirtualMachineError e) {
            // No memory, or no stack, to look with.
            decided = false;
        }
        if (!decided) {
            acquireAgain();
            if (receiver == LOOKING) {
                receiver = null;
                return null;
            }
            release();
        }
        Object outcome = receiver;
        RECEIVER.setRelease(this, null);
        return outcome;
    }
}
