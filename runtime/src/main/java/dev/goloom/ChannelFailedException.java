package dev.goloom;

/**
 * Thrown by a receive from a channel whose sender closed it with a cause, once the buffered elements are drained.
 * {@link #getCause()} is what the sender gave to {@link SendChan#close(Throwable)}; it is never null.
 *
 * <p>Go has no such state: there an error travels as an element.
 */
public final class ChannelFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ChannelFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
