package dev.goloom;

/**
 * The sending end of a channel: Go's {@code chan<- T}.
 *
 * <p>Every method may be called from any thread, platform or virtual. What a thread did before it sent an element
 * <i>happens-before</i> what the receiver of that element does after receiving it, and what was done before a
 * {@code close} happens-before what a receiver does once it sees the channel closed.
 *
 * @param <T> the type of the elements
 * @see RecvChan
 * @see Chan
 */
public sealed interface SendChan<T> permits Chan {
    /**
     * Sends an element: Go's {@code c <- element}. Blocks until a receiver takes it or, on a buffered channel, until
     * there is room in the buffer. On the nil channel it blocks for ever.
     *
     * <p>On an unbuffered channel it returns only after the receive of this element has begun.
     *
     * @param element the element, not null
     * @throws NullPointerException if {@code element} is null and this is not the nil channel
     * @throws ChannelClosedException if the channel is closed or failed, or becomes so while this send is blocked
     * @throws java.util.concurrent.CancellationException if the receiver has cancelled the channel, or does so while
     *     this send is blocked; or if the thread is interrupted and the send would have to wait: then nothing was sent,
     *     and the interrupt status stays set
     */
    void send(T element);

    /**
     * Sends an element if that is possible without waiting: Go's {@code select} with one send and a {@code default}.
     *
     * @param element the element, not null
     * @return true if it was sent; false if it would have had to wait, always so on the nil channel
     * @throws NullPointerException if {@code element} is null and this is not the nil channel
     * @throws ChannelClosedException if the channel is closed or failed
     * @throws java.util.concurrent.CancellationException if the receiver has cancelled the channel
     */
    boolean trySend(T element);

    /**
     * Closes the channel: Go's {@code close(c)}. Buffered elements can still be received, then receives yield null and
     * {@code false}. Blocked receivers wake at once; blocked senders get a {@link ChannelClosedException}. Never blocks.
     * On a channel that its receiver has cancelled it does nothing.
     *
     * @throws ChannelClosedException if the channel is closed or failed already
     * @throws NullPointerException if this is the nil channel
     */
    void close();

    /**
     * Closes the channel with a cause: buffered elements can still be received, then every receive throws a
     * {@link ChannelFailedException} with that cause. Blocked receivers get it at once, blocked senders a
     * {@link ChannelClosedException}. Never blocks. On a channel that its receiver has cancelled it does nothing.
     *
     * <p>A failure that nobody received is reported on standard error when the channel is collected, or when the program
     * ends: one that was started by a generated {@code main} only if it ends normally.
     *
     * @param cause why there will be no more elements, not null
     * @throws ChannelClosedException if the channel is closed or failed already; {@code cause} is then its suppressed
     *     exception, so that it is not lost
     * @throws NullPointerException if {@code cause} is null or this is the nil channel
     */
    void close(Throwable cause);

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
