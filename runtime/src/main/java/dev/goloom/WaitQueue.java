package dev.goloom;

import java.util.function.Consumer;

/** The goroutines blocked at one end of a channel, longest first. Guarded by the lock of its owner. */
final class WaitQueue {
    private Waiter first;
    private Waiter last;

    void add(Waiter waiter) {
        waiter.queued = true;
        waiter.previous = last;
        if (last == null) {
            first = waiter;
        } else {
            last.next = waiter;
        }
        last = waiter;
    }

    /** The first waiter, still in the queue; null if there is none. */
    Waiter first() {
        return first;
    }

    /** Takes out the first waiter; null if there is none. */
    Waiter poll() {
        Waiter waiter = first;
        if (waiter != null) {
            remove(waiter);
        }
        return waiter;
    }

    /** Takes {@code waiter} out, if it is still in. */
    void remove(Waiter waiter) {
        if (!waiter.queued) {
            return;
        }
        waiter.queued = false;
        if (waiter.previous == null) {
            first = waiter.next;
        } else {
            waiter.previous.next = waiter.next;
        }
        if (waiter.next == null) {
            last = waiter.previous;
        } else {
            waiter.next.previous = waiter.previous;
        }
        waiter.previous = null;
        waiter.next = null;
    }

    boolean isEmpty() {
        return first == null;
    }

    void forEach(Consumer<Waiter> action) {
        for (Waiter waiter = first; waiter != null; waiter = waiter.next) {
            action.accept(waiter);
        }
    }
}
