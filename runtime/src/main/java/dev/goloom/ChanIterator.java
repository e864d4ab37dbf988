package dev.goloom;

import java.lang.ref.Reference;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The {@code range} loop over a channel. It keeps the end that it was made from reachable for as long as it lives. */
final class ChanIterator<T> implements Iterator<T> {
    private final Chan<T> chan;
    private final RecvChan<T> end;

    /** The element that {@link #hasNext()} received and {@link #next()} has not taken yet; null if there is none. */
    private T received;

    private boolean done;

    ChanIterator(Chan<T> chan, RecvChan<T> end) {
        this.chan = chan;
        this.end = end;
    }

    @Override
    public boolean hasNext() {
        if (received == null && !done) {
            try {
                received = chan.recv();
                done = received == null;
            } finally {
                Reference.reachabilityFence(end);
            }
        }
        return !done;
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the channel is closed and drained: " + chan);
        }
        T element = received;
        received = null;
        return element;
    }
}
