package dev.goloom;

import java.util.concurrent.CancellationException;

/**
 * The cancellation that the runtime itself throws. It ends the goroutine that it was thrown in quietly; one that was
 * carried to another goroutine, or that the user made, is a failure like any other exception.
 */
final class Cancelled extends CancellationException {
    private static final long serialVersionUID = 1L;

    /** The id, not the thread: whoever keeps the exception must not keep a goroutine that has ended. */
    private final long thrownIn = Thread.currentThread().threadId();

    private Cancelled(String message) {
        super(message);
    }

    /** For an operation that would have had to wait when its thread was interrupted. */
    static Cancelled interrupted(String operation, Object on) {
        return new Cancelled(operation + " interrupted: " + on);
    }

    /** The same, where there is no channel to name. */
    static Cancelled interrupted(String operation) {
        return new Cancelled(operation + " interrupted");
    }

    /** For an operation on a channel that its receiver has cancelled. */
    static Cancelled channel(String operation, Chan<?> chan) {
        return new Cancelled(operation + " on cancelled channel: " + chan);
    }

    /** Whether {@code failure} was thrown by the runtime in the current thread. */
    static boolean here(Throwable failure) {
        return failure instanceof Cancelled cancelled && cancelled.thrownIn == Thread.currentThread().threadId();
    }
}
