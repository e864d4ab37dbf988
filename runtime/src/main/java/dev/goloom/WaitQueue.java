package dev.goloom;

import java.util.function.Consumer;

/**
 * The goroutines blocked at one end of a channel, or in a wait group, longest first. A queue is its first waiter; with it
 * the others form a ring, so the last is the one before the first. An empty queue is null. So a queue takes up one field of
 * its owner, beside what else an operation needs, and nothing more. Guarded by the lock of its owner.
 */
final class WaitQueue {
    private WaitQueue() {}

    /** Puts {@code waiter} behind the others; returns the queue as it is now. */
    static Waiter add(Waiter queue, Waiter waiter) {
        Waiter first = queue == null ? waiter : queue;
        Waiter last = queue == null ? waiter : queue.previous;
        waiter.next = first;
        waiter.previous = last;
        last.next = waiter;
        first.previous = waiter;
        return first;
    }

    /** Takes {@code waiter} out, if it is still in; returns the queue as it is now. */
    static Waiter remove(Waiter queue, Waiter waiter) {
        Waiter next = waiter.next;
        if (next == null) {
            return queue;
        }
        next.previous = waiter.previous;
        waiter.previous.next = next;
        waiter.next = null;
        waiter.previous = null;
        return queue != waiter ? queue : next == waiter ? null : next;
    }

    static void forEach(Waiter queue, Consumer<Waiter> action) {
        Waiter waiter = queue;
        while (waiter != null) {
            action.accept(waiter);
            waiter = waiter.next == queue ? null : waiter.next;
        }
    }
}
