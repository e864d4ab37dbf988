package dev.goloom;

import java.io.InterruptedIOException;
import java.net.SocketException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Objects;
import java.util.concurrent.CancellationException;

/**
 * What generated launchers call. It is public for them alone; write {@code @Goroutine} or {@code @Generator} on a method
 * instead, or call {@link Go#go}. Launchers stay compatible with every later version of this library.
 */
public final class Launch {
    private Launch() {}

    /**
     * The body of a generator.
     *
     * @param <T> the type of the elements
     */
    @FunctionalInterface
    public interface GeneratorBody<T> {
        /**
         * Produces the elements.
         *
         * @param out where they go
         * @throws Throwable for whatever reason; it fails the channel
         */
        void run(SendChan<T> out) throws Throwable;
    }

    /**
     * The body of a goroutine that returns a value.
     *
     * @param <R> the type of the value
     */
    @FunctionalInterface
    public interface ValueBody<R> {
        /**
         * Computes the value.
         *
         * @return the value
         * @throws Throwable for whatever reason
         */
        R call() throws Throwable;
    }

    /**
     * Runs {@code body} as the main goroutine of the program, and ends the JVM: with status 0 when it returns, or is ended by
     * a cancellation of the runtime's own; with status 2 after a panic of any goroutine, or a deadlock, see {@link Goroutine}.
     *
     * @param body calls the annotated {@code main}
     */
    public static void main(Go.Body body) {
        Program.run(body);
    }

    /**
     * Starts a goroutine and returns at once.
     *
     * @param name the name of its method
     * @param body calls the method; an exception that leaves it is a panic
     */
    public static void goroutine(String name, Go.Body body) {
        Launched.start(name, Objects.requireNonNull(body, "go(null): there is nothing to run"));
    }

    /**
     * Makes a channel, starts a generator on it and returns its receiving end at once.
     *
     * @param <T> the type of the elements
     * @param name the name of its method
     * @param buffer the capacity of the channel
     * @param body calls the method
     * @return the receiving end
     */
    public static <T> RecvChan<T> generator(String name, int buffer, GeneratorBody<T> body) {
        Chan<T> chan = Go.make(buffer);
        Handle<T> handle = new Handle<>(chan);
        Launched.startGenerator(name, () -> generate(chan, body), handle, chan);
        return handle;
    }

    /** Runs the body, which {@link Chan#cancel()} interrupts, and ends its channel. */
    private static <T> void generate(Chan<T> chan, GeneratorBody<T> body) throws Throwable {
        chan.setProducer(Thread.currentThread());
        try {
            body.run(chan);
            chan.closeIfOpen();
        } catch (ChannelFailedException upstream) {
            fail(chan, upstream, upstream.getCause());
        } catch (Throwable thrown) {
            fail(chan, thrown, thrown);
        } finally {
            chan.setProducer(null);
        }
    }

    /**
     * Fails the channel, so that cut-off data never looks complete. If its consumer has walked away there is nobody to
     * tell: what the body throws because it was interrupted for that is no loss, anything else is reported.
     */
    private static void fail(Chan<?> chan, Throwable thrown, Throwable cause) throws Throwable {
        if (chan.failIfOpen(cause)) {
            return;
        }
        if (!chan.isCancelled()) {
            // The body had closed the channel itself: then its failure is a panic.
            throw thrown;
        }
        if (!isUnwinding(thrown)) {
            new Failure(cause, chan).report();
        }
    }

    /** Whether {@code thrown} is how a body ends that is interrupted, perhaps within an exception of its own. */
    private static boolean isUnwinding(Throwable thrown) {
        // There may be a circle of causes.
        Throwable each = thrown;
        for (int i = 0; each != null && i < Report.MOST_NESTED; i++) {
            if (each instanceof CancellationException
                    || each instanceof InterruptedException
                    || each instanceof InterruptedIOException
                    || each instanceof ClosedByInterruptException
                    || each instanceof SocketException && Thread.currentThread().isInterrupted()) {
                return true;
            }
            each = Report.causeOf(each);
        }
        return false;
    }

    /**
     * Starts a goroutine that returns a value, and returns at once a fresh channel of capacity 1 that delivers it.
     *
     * @param <R> the type of the value
     * @param name the name of its method
     * @param body calls the method; what it throws fails the channel
     * @return a channel that is closed after the value; null just closes it
     */
    public static <R> RecvChan<R> value(String name, ValueBody<? extends R> body) {
        Chan<R> chan = Go.make(1);
        Launched.start(name, () -> {
            try {
                R value = body.call();
                if (value != null) {
                    chan.send(value);
                }
                chan.closeIfOpen();
            } catch (Throwable thrown) {
                fail(chan, thrown, thrown);
            }
        });
        return chan;
    }

    /**
     * Starts a goroutine that sends a value on {@code out}, which it never closes, and returns at once.
     *
     * @param <R> the type of the value
     * @param name the name of its method
     * @param body calls the method; an exception that leaves it is a panic, and so is null
     * @param out where the value goes; null is the nil channel
     */
    public static <R> void value(String name, ValueBody<? extends R> body, SendChan<? super R> out) {
        SendChan<? super R> to = out == null ? Chan.nil() : out;
        Launched.start(name, () -> {
            R value = body.call();
            if (value == null) {
                throw new NullPointerException(name + " returned null, which cannot be sent on " + to);
            }
            to.send(value);
        });
    }
}
