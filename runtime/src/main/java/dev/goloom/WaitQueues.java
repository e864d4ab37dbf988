package dev.goloom;

import java.util.function.Consumer;

/**
 * The two queues of a channel: the goroutines blocked in a send, and those blocked in a receive, longest first; Go's
 * {@code sendq} and {@code recvq}. Guarded by the lock.
 *
 * <p>Each is a doubly linked list, and the channel holds both its ends. So who joins a queue of some length touches its last
 * waiter only, and who serves it the first two, and they take no memory from each other's processors but the channel itself.
 */
abstract sealed class WaitQueues extends Rendezvous permits ChanCore {
    private Waiter firstSender;
    private Waiter lastSender;
    private Waiter firstReceiver;
    private Waiter lastReceiver;

    /** Who has waited longest to send, or to receive; null if nobody waits. A guess without the lock. */
    final Waiter first(boolean sends) {
        return sends ? firstSender : firstReceiver;
    }

    private Waiter last(boolean sends) {
        return sends ? lastSender : lastReceiver;
    }

    /** Puts a waiter behind all others of its kind. */
    final void enqueue(Waiter waiter) {
        Waiter last = last(waiter.sends);
        if (last == null) {
            setFirst(waiter.sends, waiter);
        } else {
            last.next = waiter;
            waiter.previous = last;
        }
        setLast(waiter.sends, waiter);
    }

    /** Puts a waiter before all others of its kind. */
    final void enqueueFirst(Waiter waiter) {
        Waiter first = first(waiter.sends);
        if (first == null) {
            setLast(waiter.sends, waiter);
        } else {
            first.previous = waiter;
            waiter.next = first;
        }
        setFirst(waiter.sends, waiter);
    }

    /** Takes a waiter out, if it is still in. */
    final void dequeue(Waiter waiter) {
        Waiter previous = waiter.previous;
        Waiter next = waiter.next;
        if (previous != null) {
            previous.next = next;
            waiter.previous = null;
        } else if (waiter == first(waiter.sends)) {
            setFirst(waiter.sends, next);
        } else {
            return;
        }
        if (next != null) {
            next.previous = previous;
            waiter.next = null;
        } else {
            setLast(waiter.sends, previous);
        }
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
