package dev.goloom;

/**
 * Thrown by a send on a closed channel and by closing a channel twice: what Go calls the run-time panics "send on
 * closed channel" and "close of closed channel". The message names the operation and the channel.
 */
public final class ChannelClosedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    ChannelClosedException(String message) {
        super(message);
    }
}
