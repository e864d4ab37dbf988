package dev.goloom;

import java.util.function.Consumer;

/**
 * The two queues of a channel: the goroutines blocked in a send, and those blocked in a receive, longest first; Go's
 * {@code sendq} and {@code recvq}. Guarded by the lock.
 *
 * <p>Each is a doubly linked list, and the channel holds both its ends; both are null, or neither. Whoever joins a queue
 * touches its last waiter only, whoever serves it the first two: so in a queue of some length a waiter comes over from the
 * other processor once, with its element, and does not go back while it is queued. The ends are fields of the channel, and
 * this is one of its superclasses, since an object of their own would have to come over as well.
 */
abstract sealed class WaitQueues extends Buffer permits ChanCore {
    private Waiter firstSender;
    private Waiter lastSender;
    private Waiter firstReceiver;
    private Waiter lastReceiver;

    WaitQueues(int capacity, boolean bufferAtOnce) {
        super(capacity, bufferAtOnce);
    }

    /** Who has waited longest to send; null if nobody waits. A guess without the lock. */
    final Waiter firstSender() {
        return firstSender;
    }

    /** The same for a receive. */
    final Waiter firstReceiver() {
        return firstReceiver;
    }

    /** The first of those who receive, or if nobody does, of those who send. */
    final Waiter firstQueued() {
        return firstReceiver != null ? firstReceiver : firstSender;
    }

    /** One of the two. */
    final Waiter first(boolean sends) {
        return sends ? firstSender : firstReceiver;
    }

    private Waiter last(boolean sends) {
        return sends ? lastSender : lastReceiver;
    }

    /** Puts a waiter that is in no queue behind all others of its kind. */
    final void enqueue(Waiter waiter) {
        Waiter last = last(waiter.sends);
        if (last == null) {
            setFirst(waiter.sends, waiter);
        } else {
            waiter.linkAfter(last);
        }
        setLast(waiter.sends, waiter);
    }

    /** Puts a waiter that is in no queue before all others of its kind. */
    final void enqueueFirst(Waiter waiter) {
        Waiter first = first(waiter.sends);
        if (first == null) {
            setLast(waiter.sends, waiter);
        } else {
            first.linkAfter(waiter);
        }
        setFirst(waiter.sends, waiter);
    }

    /** Takes a waiter out, if it is still in. */
    final void dequeue(Waiter waiter) {
        boolean isFirst = waiter == first(waiter.sends);
        if (!isFirst && waiter.previous == null) {
            return;
        }
        if (isFirst) {
            setFirst(waiter.sends, waiter.next);
        }
        if (waiter.next == null) {
            setLast(waiter.sends, waiter.previous);
        }
        waiter.unlink();
    }

    final void forEachQueued(Consumer<Waiter> action) {
        forEach(firstSender, action);
        forEach(firstReceiver, action);
    }

    private static void forEach(Waiter first, Consumer<Waiter> action) {
        for (Waiter waiter = first; waiter != null; waiter = waiter.next) {
            action.accept(waiter);
        }
    }

    private void setFirst(boolean sends, Waiter waiter) {
        if (sends) {
            firstSender = waiter;
        } else {
            firstReceiver = waiter;
        }
    }

    private void setLast(boolean sends, Waiter waiter) {
        if (sends) {
            lastSender = waiter;
        } else {
            lastReceiver = waiter;
        }
    }
}
