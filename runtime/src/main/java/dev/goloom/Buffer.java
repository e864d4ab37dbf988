package dev.goloom;

/**
 * The elements of a channel that have been sent and not received: a ring of as many places as its capacity, oldest first; Go's
 * {@code buf}. Guarded by the lock.
 *
 * <p>A superclass of the channel, so that what each element changes lies beside the lock in memory, and comes over from the
 * other processor with it.
 */
abstract sealed class Buffer extends Rendezvous permits WaitQueues {
    /** How many elements the buffer holds. */
    final int capacity;

    /** Where the oldest is. */
    private int head;

    /** How many there are. A guess without the lock. */
    int count;

    /** The ring; null if the capacity is 0, or until the first element. */
    private Object[] places;

    /** An empty buffer, whose ring is made {@code atOnce}, or with the first element, if there ever is one. */
    Buffer(int capacity, boolean atOnce) {
        this.capacity = capacity;
        this.places = capacity > 0 && atOnce ? new Object[capacity] : null;
    }

    final void putBuffered(Object element) {
        if (places == null) {
            places = new Object[capacity];
        }
        int tail = head + count;
        places[tail < capacity ? tail : tail - capacity] = element;
        count++;
    }

    final Object takeBuffered() {
        Object element = places[head];
        places[head] = null;
        head = head + 1 == capacity ? 0 : head + 1;
        count--;
        return element;
    }

    final void dropBuffer() {
        while (count > 0) {
            takeBuffered();
        }
    }

    final boolean hasBuffered() {
        return count > 0;
    }

    /** What a sender, or a receiver, finds in the buffer: places, or elements. A guess without the lock. */
    final int found(boolean sends) {
        return sends ? capacity - count : count;
    }
}
