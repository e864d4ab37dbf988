package dev.goloom;

import java.lang.invoke.VarHandle;
import java.util.function.Consumer;

/**
 * The inside of a channel, and the only code that moves its elements; Go's {@code hchan}. What is done here to a channel is
 * what plain operations and {@code select} have in common.
 */
abstract sealed class ChanCore extends WaitQueues permits Chan {
    /*
     * The algorithm is that of Go's runtime (chan.go): a ring buffer, two queues of waiters and one lock.
     *
     * Invariants, whenever the lock is free; "waiting" means queued and not yet decided, or looking at the rendezvous:
     *   1. If a receiver is waiting, the buffer is empty.
     *   2. If a sender is waiting, the buffer is full.
     *   3. Not both a receiver and a sender are waiting, unless they are cases of one select.
     *   4. If the channel is not open, nobody is waiting.
     *   5. An element is in exactly one place: offered by a waiting sender, in the buffer, or delivered to a receiver.
     *
     * An operation looks and, if it must wait, queues its waiter, or takes its place at the rendezvous, under one hold of
     * the lock. So whoever changes the channel later finds it: no wake-up is lost. Whoever looks at the rendezvous has
     * waited longest of its kind and is served before the queue; it can only be decided there. Whoever takes a waiter from
     * a queue decides its operation by Waiter.complete(), which fails only if the waiter belongs to a select decided
     * elsewhere, or was interrupted; then the next one is taken. Threads are woken after the lock is free.
     *
     * Whoever pauses before it waits on a buffered channel (see Parking), and a select that looks before it queues (see
     * SelectFastPath), is not waiting yet: others may come before it. It overtakes nobody who waits, since what it looks
     * for is not there for as long as somebody waits for that.
     */

    /** See {@link Chan}; NIL stands for the channel that is none. */
    enum State { OPEN, CLOSED, FAILED, CANCELLED, NIL }

    private static final byte NOBODY = 0;
    private static final byte A_SENDER = 1;
    private static final byte A_RECEIVER = 2;

    /** What makes this channel special; null for an ordinary one. */
    final Hook hook;

    /** Guarded by the lock, as are all fields below that say nothing else. */
    State state;

    /** Made when somebody first asks for it after the first waits. */
    private AdaptiveSpin spin;

    /** In so many waits to come nobody looks, whatever is learnt meanwhile. As a byte it makes the channel no larger. */
    private byte waitsWithoutLook = AdaptiveSpin.FIRST;

    /** Whether a sender pauses, or looks for a place, before it waits; see {@link Parking}. */
    private boolean senderPauses;

    private boolean receiverPauses;

    /** The side of the waiter completed last, parked or not; NOBODY once a pause of the other side has asked. */
    private byte completedSide = NOBODY;

    /** The waiter that the operation under way has completed, if any: it is woken when the lock is free. */
    private Waiter toWake;

    ChanCore(int capacity, Hook hook, State state) {
        // Most channels of timers never have an element.
        super(capacity, !(hook instanceof Timing));
        this.hook = hook;
        this.state = state;
    }

    // ---- with the lock held

    /**
     * Sends without waiting: returns the element if it was sent, {@link Waiter#TERMINATED} if the channel has ended, or
     * null if the send must wait.
     */
    Object offer(Object element) {
        if (state != State.OPEN) {
            return state == State.NIL ? null : Waiter.TERMINATED;
        }
        if (isReceiverHere()) {
            deliver(element);
            return element;
        }
        for (Waiter receiver = firstReceiver(); receiver != null; receiver = firstReceiver()) {
            dequeue(receiver);
            receiver.element = element;
            if (receiver.complete()) {
                toWake = receiver;
                return element;
            }
            receiver.element = null;
        }
        if (count == capacity) {
            return null;
        }
        putBuffered(element);
        return element;
    }

    /**
     * Receives without waiting: returns the element, {@link Waiter#TERMINATED} if the channel has ended, or null if the
     * receive must wait.
     */
    Object poll() {
        if (count > 0) {
            Object oldest = takeBuffered();
            Object offered = takeOffered();
            if (offered != null) {
                putBuffered(offered);
            }
            return oldest;
        }
        Object offered = takeOffered();
        if (offered != null) {
            return offered;
        }
        return hasEnded() ? Waiter.TERMINATED : null;
    }

    /** Takes the element of the sender that has waited longest; null if there is none. */
    private Object takeOffered() {
        if (isSenderHere()) {
            return takeFromSender();
        }
        for (Waiter sender = firstSender(); sender != null; sender = firstSender()) {
            dequeue(sender);
            Object offered = sender.element;
            if (sender.complete()) {
                toWake = sender;
                return offered;
            }
        }
        return null;
    }

    boolean hasReceivers() {
        return firstReceiver() != null || isReceiverHere();
    }

    void unlockAndWake() {
        Waiter waiter = unlock();
        if (waiter != null) {
            waiter.wake();
        }
    }

    /** Gives the lock back; returns whom to wake once the thread holds no lock at all, or null. */
    Waiter unlock() {
        Waiter waiter = toWake;
        if (waiter != null) {
            // Only then: a store to what the other side reads takes its line of cache away from there.
            toWake = null;
            completedSide = waiter.sends ? A_SENDER : A_RECEIVER;
        }
        release();
        return waiter;
    }

    /**
     * Counts a wait. Returns who says how to look, or null if it is to park at once: in the first few waits, while to look
     * does not pay, in a buffer of very few, and in a channel that is special.
     */
    AdaptiveSpin adaptiveSpinForWait() {
        if (countsWaitWithoutLook()) {
            return null;
        }
        AdaptiveSpin asked = adaptiveSpin();
        int without = asked == null ? 0 : asked.waitsWithoutLook();
        if (without > 0) {
            waitsWithoutLook = (byte) (without - 1);
            return null;
        }
        return asked;
    }

    /** Counts a wait, and tells whether it is one of those in which nobody looks; leaves the next try to others. */
    boolean countsWaitWithoutLook() {
        if (waitsWithoutLook > 0) {
            waitsWithoutLook--;
            return true;
        }
        return false;
    }

    /** What this channel has learnt of looking, made if need be; null where nobody ever looks, or for lack of memory. */
    AdaptiveSpin adaptiveSpin() {
        if (spin == null && looks()) {
            try {
                spin = new AdaptiveSpin(capacity);
            } catch (OutOfMemoryError e) {
                return null;
            }
        }
        return spin;
    }

    /** Whether anybody ever looks before it parks. */
    boolean looks() {
        return hook == null && AdaptiveSpin.isFor(capacity);
    }

    /** What {@link #adaptiveSpin} has made; null if nothing yet. Needs no lock. */
    AdaptiveSpin learntSpin() {
        return spin;
    }

    /** Whether somebody who must wait, and would do so as the first of its kind, may look for its counterpart. */
    boolean mayMeet(boolean sends) {
        return first(sends) == null && isFree(sends);
    }

    /** Whether a plain send, or receive, of the same side pauses or looks. */
    boolean isPausing(boolean sends) {
        return sends ? senderPauses : receiverPauses;
    }

    void setPausing(boolean sends, boolean pauses) {
        if (sends) {
            senderPauses = pauses;
        } else {
            receiverPauses = pauses;
        }
    }

    /** Whether the other side is being woken, as far as is known; true once for each time. */
    boolean takeOtherIsWoken(boolean sends) {
        boolean other = completedSide == (sends ? A_RECEIVER : A_SENDER);
        if (other) {
            completedSide = NOBODY;
        }
        return other;
    }

    /**
     * Completes every waiter with the end of the channel. Returns the first of those to be woken once the lock is free; each
     * leads to the next.
     */
    Waiter dismissAll() {
        dismiss();
        if (spin != null && spin.isForBuffer()) {
            // Nor does anybody pause any longer.
            spin.endTurn(true);
            spin.endTurn(false);
        }
        Waiter first = null;
        Waiter last = null;
        for (Waiter waiter = firstQueued(); waiter != null; waiter = firstQueued()) {
            dequeue(waiter);
            Object offered = waiter.element;
            waiter.element = Waiter.TERMINATED;
            if (!waiter.complete()) {
                waiter.element = offered;
            } else if (last == null) {
                first = waiter;
                last = waiter;
            } else {
                last.next = waiter;
                last = waiter;
            }
        }
        return first;
    }

    // ---- without the lock

    /** As {@link #offer}. */
    final Object offerAlone(Object element) {
        acquire();
        Object sent = offer(element);
        unlockAndWake();
        return sent;
    }

    /** As {@link #poll}. */
    final Object pollAlone() {
        acquire();
        Object taken = poll();
        unlockAndWake();
        return taken;
    }

    /** Receives one of the elements that the caller has sent into the buffer, in the course of an operation that failed. */
    void takeBack() {
        acquireAgain();
        poll();
        unlockAndWake();
    }

    /**
     * Whether a receive seems not to have to wait. True is a guess: without the lock all may have changed meanwhile, and
     * even with it all senders that wait may be cases of selects decided elsewhere; {@link #poll} then finds none. False
     * means that there was a moment during the call at which a receive had to wait, or at which the one sender there was
     * passing under the lock from the rendezvous to the queue, or its element from the queue to the buffer: nobody can tell
     * that from its coming a moment later. That needs the order of the reads: who waits goes from the rendezvous to the
     * queue, and never back, nor to the rendezvous while the queue is not empty; and a channel that is still open has been
     * so all the time.
     */
    final boolean seemsToHaveElement() {
        if (count > 0 || isSenderHere()) {
            return true;
        }
        VarHandle.acquireFence();
        if (firstSender() != null) {
            return true;
        }
        VarHandle.acquireFence();
        return hasEnded();
    }

    /** The same for a send and {@link #offer}; a send that would throw need not wait. */
    final boolean seemsToHaveRoom() {
        if (count < capacity || isReceiverHere()) {
            return true;
        }
        VarHandle.acquireFence();
        if (firstReceiver() != null) {
            return true;
        }
        VarHandle.acquireFence();
        return hasEnded();
    }

    private boolean hasEnded() {
        State seen = state;
        return seen != State.OPEN && seen != State.NIL;
    }

    /** Takes out a waiter whose operation was decided elsewhere, or given up; it may be out already. */
    void withdraw(Waiter waiter) {
        acquireAgain();
        dequeue(waiter);
        release();
        if (hook != null) {
            hook.waitersChanged();
        }
    }

    void forEachWaiter(Consumer<Waiter> action) {
        acquire();
        try {
            forEachQueued(action);
        } finally {
            release();
        }
    }

    /** Whether this has neither been closed, nor failed, nor been cancelled. */
    boolean isOpen() {
        acquire();
        boolean open = state == State.OPEN;
        release();
        return open;
    }

    /** Whether the receiver has cancelled this. */
    boolean isCancelled() {
        acquire();
        boolean cancelled = state == State.CANCELLED;
        release();
        return cancelled;
    }

    /** Whether a thread is blocked here in a receive. */
    boolean isReceiverWaiting() {
        acquire();
        boolean waiting = hasReceivers();
        release();
        return waiting;
    }
}
