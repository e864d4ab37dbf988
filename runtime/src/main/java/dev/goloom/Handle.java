package dev.goloom;

import java.lang.ref.Reference;
import java.util.Iterator;
import java.util.Optional;

/**
 * The consumer's end of a generator's channel: an object of its own, to which neither the channel nor the producer
 * refers. When it becomes unreachable nobody can receive any more, so the channel is cancelled and the producer unwinds
 * (see {@link Launched#startGenerator}).
 *
 * <p>The compiler may let an object die while one of its methods still runs, as soon as the method needs no field of it
 * any more. A consumer blocked in here would then lose its producer; so every operation that reaches the channel ends
 * with a fence.
 */
final class Handle<T> implements RecvChan<T> {
    private final Chan<T> chan;

    Handle(Chan<T> chan) {
        this.chan = chan;
    }

    /** The channel behind any receiving end. */
    static <T> Chan<T> unwrap(RecvChan<T> end) {
        return switch (end) {
            case Chan<T> chan -> chan;
            case Handle<T> handle -> handle.chan;
        };
    }

    @Override
    public T recv() {
        try {
            return chan.recv();
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    @Override
    public Received<T> recvOk() {
        try {
            return chan.recvOk();
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    @Override
    public Optional<T> tryRecv() {
        try {
            return chan.tryRecv();
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    @Override
    public void cancel() {
        chan.cancel();
    }

    @Override
    public Iterator<T> iterator() {
        return new ChanIterator<>(chan, this);
    }

    @Override
    public int len() {
        return chan.len();
    }

    @Override
    public int cap() {
        return chan.cap();
    }

    @Override
    public String toString() {
        return chan.toString();
    }
}
