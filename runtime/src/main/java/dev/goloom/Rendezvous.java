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
 *   free     receiver is null, delivered is null
 *   taken    receiver is the thread that looks, delivered is null
 *   decided  receiver is null, delivered is the element, or TERMINATED
 * </pre>
 * and of the sender's:
 * <pre>
 *   free     sender is null, offered is null
 *   taken    sender is the thread that looks, offered is its element
 *   decided  sender is null, offered is RECEIVED, or TERMINATED
 * </pre>
 * Every change is made with the lock held but one: from decided to free, by the thread that has looked, once it has read
 * what came of its operation. Nobody takes a place before that, so nothing is overwritten. Who looks in vain gives the place
 * back under the lock, unless it finds its operation decided by then, and queues a waiter before all others of its kind: it
 * has waited longer than they have.
 */
abstract sealed class Rendezvous extends SpinLock permits Buffer {
    /** What became of a sender's element. */
    private static final Object RECEIVED = new Object();

    private static final VarHandle SENDER;
    private static final VarHandle OFFERED;
    private static final VarHandle RECEIVER;
    private static final VarHandle DELIVERED;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            SENDER = lookup.findVarHandle(Rendezvous.class, "sender", Thread.class);
            OFFERED = lookup.findVarHandle(Rendezvous.class, "offered", Object.class);
            RECEIVER = lookup.findVarHandle(Rendezvous.class, "receiver", Thread.class);
            DELIVERED = lookup.findVarHandle(Rendezvous.class, "delivered", Object.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Thread sender;
    private Object offered;
    private Thread receiver;
    private Object delivered;

    // ---- with the lock held, for the counterpart; a guess without

    final boolean isSenderHere() {
        return sender != null;
    }

    final boolean isReceiverHere() {
        return receiver != null;
    }

    /** Takes the element of the sender, which must be here. */
    final Object takeFromSender() {
        Object element = offered;
        decideSender(RECEIVED);
        return element;
    }

    /** Delivers an element to the receiver, which must be here. */
    final void deliver(Object element) {
        delivered = element;
        RECEIVER.setRelease(this, null);
    }

    /** The channel has ended: whoever is here goes on with {@link Waiter#TERMINATED}. */
    final void dismiss() {
        if (sender != null) {
            decideSender(Waiter.TERMINATED);
        }
        if (receiver != null) {
            deliver(Waiter.TERMINATED);
        }
    }

    private void decideSender(Object outcome) {
        offered = outcome;
        SENDER.setRelease(this, null);
    }

    // ---- with the lock held, for who must wait

    /** A sender's place has an element, or what became of it, for as long as it is not free. */
    final boolean isFree(boolean sends) {
        return sends
                ? OFFERED.getAcquire(this) == null
                : receiver == null && DELIVERED.getAcquire(this) == null;
    }

    /**
     * Takes the sender's place, which must be free, gives the lock back and looks for a receiver.
     *
     * @return what came of the send: {@link Waiter#TERMINATED} if the channel ended; null if nothing, and then the lock is
     *     held again and the place is free
     */
    final Object spinToSend(Object element, AdaptiveSpin spin) {
        Thread self = Thread.currentThread();
        offered = element;
        sender = self;
        release();
        boolean decided;
        try {
            decided = spin.seesDecided(() -> SENDER.getAcquire(this) != self);
        } catch (VirtualMachineError e) {
            // No memory, or no stack, to look with.
            decided = false;
        }
        if (!decided) {
            acquireAgain();
            if (sender == self) {
                sender = null;
                offered = null;
                return null;
            }
            release();
        }
        Object outcome = offered;
        OFFERED.setRelease(this, null);
        return outcome;
    }

    /** The same for a receive; what came of it is the element, if the channel has not ended. */
    final Object spinToReceive(AdaptiveSpin spin) {
        Thread self = Thread.currentThread();
        receiver = self;
        release();
        boolean decided;
        try {
            decided = spin.seesDecided(() -> RECEIVER.getAcquire(this) != self);
        } catch (VirtualMachineError e) {
            // No memory, or no stack, to look with.
            decided = false;
        }
        if (!decided) {
            acquireAgain();
            if (receiver == self) {
                receiver = null;
                return null;
            }
            release();
        }
        Object outcome = delivered;
        DELIVERED.setRelease(this, null);
        return outcome;
    }
}
