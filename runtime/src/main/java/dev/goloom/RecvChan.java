package dev.goloom;

import java.util.Iterator;
import java.util.Optional;

/**
 * The receiving end of a channel: Go's {@code <-chan T}.
 *
 * <p>{@code for (T v : c)} is Go's {@code for v := range c}: it receives until the channel is closed and drained.
 *
 * <p>Every method may be called from any thread, platform or virtual. What a thread did before it sent an element
 * <i>happens-before</i> what the receiver of that element does after receiving it. The receive of the k-th element from
 * a channel of capacity C happens-before the completion of the send of element k + C; on an unbuffered channel, the
 * beginning of a receive happens-before the completion of its send.
 *
 * @param <T> the type of the elements
 * @see SendChan
 * @see Chan
 */
public sealed interface RecvChan<T> extends Iterable<T> permits Chan, Handle {
    /**
     * Receives an element: Go's {@code <-c}. Blocks until there is one or the channel is closed. On the nil channel it
     * blocks for ever.
     *
     * @return the element; null, Go's zero value, if the channel is closed and drained
     * @throws ChannelFailedException if the channel was closed with a cause, and is drained
     * @throws java.util.concurrent.CancellationException if this channel has been cancelled, or is while this receive
     *     is blocked; or if the thread is interrupted and the receive would have to wait: then nothing was received,
     *     and the interrupt status stays set
     */
    T recv();

    /**
     * Receives an element and tells whether there was one: Go's {@code v, ok := <-c}. Blocks and throws as
     * {@link #recv()} does.
     *
     * @return the element and {@code true}, or null and {@code false} if the channel is closed and drained
     */
    Received<T> recvOk();

    /**
     * Receives an element if that is possible without waiting: Go's {@code select} with one receive and a
     * {@code default}.
     *
     * @return the element; empty if there is nothing now or the channel is closed and drained
     * @throws ChannelFailedException if the channel was closed with a cause, and is drained
     * @throws java.util.concurrent.CancellationException if this channel has been cancelled
     */
    Optional<T> tryRecv();

    /**
     * Walks away from the channel: what is buffered is dropped, blocked and later sends throw
     * {@link java.util.concurrent.CancellationException}, and so do blocked and later receives; every later close does
     * nothing. On the channel of a {@link Generator} it also interrupts the producer. On a channel that is closed or
     * failed already it only drops what is buffered; cancelling twice does nothing more. Never blocks.
     *
     * <p>Go has no such operation; there a second channel, often called {@code quit} or {@code done}, stands for it.
     *
     * @throws NullPointerException if this is the nil channel
     */
    void cancel();

    /**
     * Receives the elements one after the other: Go's {@code range c}. {@link Iterator#hasNext()} blocks as
     * {@link #recvOk()} does, and throws what it throws; it holds the element that it received until
     * {@link Iterator#next()} takes it. Several iterators share the elements among them. An iterator is for one thread.
     *
     * @return an iterator that ends when the channel is closed and drained
     */
    @Override
    Iterator<T> iterator();

    /**
     * The number of elements buffered now: Go's {@code len(c)}. By the time the caller looks at it, it may be old.
     *
     * @return from 0 to {@link #cap()}; 0 for the nil channel
     */
    int len();

    /**
     * The capacity: Go's {@code cap(c)}.
     *
     * @return how many elements the buffer holds; 0 for an unbuffered channel and the nil channel
     */
    int cap();
}
