package dev.goloom;

import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/**
 * A channel: Go's {@code chan T}. {@link Go#make()} makes an unbuffered one, {@link Go#make(int)} a buffered one.
 *
 * <p>A channel goes from open to closed, failed or cancelled, and stays there:
 * <pre>
 *   OPEN -> CLOSED     close():       what is buffered is received, then receives yield null and false
 *   OPEN -> FAILED     close(cause):  what is buffered is received, then receives throw the failure
 *   OPEN -> CANCELLED  cancel():      what is buffered is dropped, sends and receives throw
 * </pre>
 *
 * <p>The memory effects are those of the <a href="https://go.dev/ref/mem#chan">Go memory model</a>; {@link SendChan} and
 * {@link RecvChan} state them.
 *
 * @param <T> the type of the elements
 * @see <a href="https://go.dev/ref/spec#Channel_types">Channel types</a>
 */
public final class Chan<T> extends ChanCore implements SendChan<T>, RecvChan<T> {
    /** How many numbers have been given to channels. */
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @SuppressWarnings("rawtypes")
    private static final AtomicIntegerFieldUpdater<Chan> NUMBER =
            AtomicIntegerFieldUpdater.newUpdater(Chan.class, "number");

    private static final Chan<?> NIL = new Chan<>(0, null, State.NIL);

    /** Why the channel failed; set once, with state FAILED. Guarded by the lock, as is the next. */
    private Failure failure;

    /** The goroutine to interrupt when the receiver cancels; null if the channel is not a generator's. */
    private Thread producer;

    /**
     * Gives channels an order, and names in reports. Set at once if a world counts its channels, else 0 until somebody
     * asks, and then set once.
     */
    private volatile int number;

    private Chan(int capacity, Hook hook, State state) {
        super(capacity, hook, state);
        if (hook != null && hook.world != null) {
            // Only then: a volatile store takes a third of the time to make a channel.
            this.number = hook.world.nextChannel();
        }
    }

    /** A new, open channel. */
    static <T> Chan<T> make(int capacity, Hook hook) {
        if (capacity < 0) {
            throw new IllegalArgumentException("make: the capacity of a channel is 0 or more, not " + capacity);
        }
        return new Chan<>(capacity, hook, State.OPEN);
    }

    /**
     * The nil channel: what a channel variable of Go holds before {@code make}. A send to and a receive from it block
     * for ever, so a case on it never runs; closing or cancelling it is a {@link NullPointerException}. In a
     * {@code select}, null in place of a channel means the same.
     *
     * @param <T> any type of elements
     * @return the nil channel, always the same
     */
    @SuppressWarnings("unchecked")
    public static <T> Chan<T> nil() {
        return (Chan<T>) NIL;
    }

    // ---- sending

    @Override
    public void send(T element) {
        if (hook != null) {
            hook.enter("send", this);
        }
        checkElement(element);
        acquire();
        Object sent = offer(element);
        if (sent != null) {
            unlockAndWake();
        } else {
            sent = Parking.send(this, element);
        }
        MainsEnd.met();
        SystemMonitor.safepoint();
        checkSent(sent);
    }

    @Override
    public boolean trySend(T element) {
        if (hook != null) {
            hook.enter("trySend", this);
        }
        checkElement(element);
        Object sent = offerAlone(element);
        MainsEnd.met();
        SystemMonitor.safepoint();
        if (hook != null && sent == null) {
            hook.cameOf("in vain");
        }
        checkSent(sent);
        return sent != null;
    }

    private void checkElement(Object element) {
        if (element == null && this != NIL) {
            throw new NullPointerException("send of null on " + this + ": null is never an element");
        }
    }

    // ---- receiving

    @Override
    public T recv() {
        Object taken = receive();
        return taken == Waiter.TERMINATED ? null : element(taken);
    }

    @Override
    public Received<T> recvOk() {
        Object taken = receive();
        return taken == Waiter.TERMINATED ? new Received<>(null, false) : new Received<>(element(taken), true);
    }

    @Override
    public Optional<T> tryRecv() {
        if (hook != null) {
            hook.enter("tryRecv", this);
        }
        Object taken = pollAlone();
        MainsEnd.met();
        SystemMonitor.safepoint();
        if (hook != null && taken == null) {
            hook.cameOf("in vain");
        }
        checkReceived(taken);
        return taken == Waiter.TERMINATED ? Optional.empty() : Optional.ofNullable(element(taken));
    }

    /** Blocks until there is an element, and returns it, or {@link Waiter#TERMINATED} if the channel is closed. */
    private Object receive() {
        if (hook != null) {
            hook.enter("receive", this);
        }
        acquire();
        Object taken = poll();
        if (taken != null) {
            unlockAndWake();
        } else {
            taken = Parking.receive(this);
        }
        MainsEnd.met();
        SystemMonitor.safepoint();
        checkReceived(taken);
        return taken;
    }

    @Override
    public Iterator<T> iterator() {
        return new ChanIterator<>(this, this);
    }

    @SuppressWarnings("unchecked")
    private T element(Object taken) {
        return (T) taken;
    }

    // ---- the end of a channel

    @Override
    public void close() {
        if (hook != null) {
            hook.enter("close", this);
        }
        if (!terminate(State.CLOSED, null)) {
            throw closedAlready();
        }
    }

    @Override
    public void close(Throwable cause) {
        Objects.requireNonNull(cause, "close(cause): the cause is null; close() closes without one");
        if (hook != null) {
            hook.enter("close", this);
        }
        Failure failed = new Failure(cause, this);
        if (!terminate(State.FAILED, failed)) {
            ChannelClosedException closed = closedAlready();
            closed.addSuppressed(cause);
            throw closed;
        }
        if (failure == failed) {
            failed.watch(this);
        }
    }

    @Override
    public void cancel() {
        if (hook != null) {
            hook.enter("cancel", this);
            if (!hook.isCancellable()) {
                return;
            }
        }
        terminate(State.CANCELLED, null);
    }

    private ChannelClosedException closedAlready() {
        return new ChannelClosedException("close of closed channel: " + this);
    }

    /**
     * Ends the channel as {@code end} says, and wakes whoever waits.
     *
     * @return false if it was closed or failed already, and {@code end} is one of the two
     */
    private boolean terminate(State end, Failure cause) {
        ReservedStack.check();
        return terminateAgain(end, cause);
    }

    /** The same in the course of an operation, as {@link #acquireAgain}. */
    private boolean terminateAgain(State end, Failure cause) {
        if (this == NIL) {
            throw new NullPointerException((end == State.CANCELLED ? "cancel" : "close") + " of the nil channel");
        }
        Waiter woken = null;
        Thread interrupted = null;
        acquireAgain();
        boolean open = state == State.OPEN;
        if (end == State.CANCELLED) {
            dropBuffer();
            interrupted = open ? producer : null;
        }
        if (open) {
            state = end;
            failure = cause;
            woken = dismissAll();
        }
        boolean accepted = open || state == State.CANCELLED || end == State.CANCELLED;
        release();
        if (woken != null) {
            woken.wakeAll();
            if (hook != null) {
                hook.waitersChanged();
            }
        }
        if (interrupted != null) {
            interrupted.interrupt();
            if (hook != null && hook.world != null) {
                hook.world.ready(interrupted);
            }
        }
        return accepted;
    }

    /** Makes {@code thread} the one that {@link #cancel()} interrupts; if that has been called already, interrupts it. */
    void setProducer(Thread thread) {
        acquire();
        producer = thread;
        boolean late = state == State.CANCELLED;
        release();
        if (late && thread != null) {
            thread.interrupt();
        }
    }

    /** Nobody can receive from this any more. */
    void abandon() {
        terminate(State.CANCELLED, null);
    }

    /** Closes this unless it is closed, failed or cancelled already. */
    void closeIfOpen() {
        if (hook != null) {
            hook.enter("close", this);
        }
        terminate(State.CLOSED, null);
    }

    /**
     * The same in the course of a cancellation, as {@link #acquireAgain}. Its monitor is held: in a Synctest no other goroutine
     * may run before the channel is closed.
     */
    void closeAtOnce() {
        terminateAgain(State.CLOSED, null);
    }

    /**
     * Fails this with {@code cause} unless it is closed or failed already, or cancelled.
     *
     * @return false if the cause found no place
     */
    boolean failIfOpen(Throwable cause) {
        if (hook != null) {
            hook.enter("close", this);
        }
        Failure failed = new Failure(cause, this);
        boolean taken = terminate(State.FAILED, failed) && failure == failed;
        if (taken) {
            failed.watch(this);
        }
        return taken;
    }

    /** Throws what a send throws that met the end of the channel, if it did. */
    void checkSent(Object sent) {
        if (sent == Waiter.TERMINATED) {
            // States never change back, so no lock is needed by now.
            throw state == State.CANCELLED
                    ? Cancelled.channel("send", this)
                    : new ChannelClosedException("send on closed channel: " + this);
        }
    }

    /** Throws what a receive throws that met the end of the channel, if it did and there is anything to throw. */
    void checkReceived(Object taken) {
        if (taken == Waiter.TERMINATED) {
            if (state == State.CANCELLED) {
                throw Cancelled.channel("receive", this);
            }
            if (state == State.FAILED) {
                throw failure.received();
            }
        }
    }

    // ---- waiting

    /** An ordinary channel on which a goroutine of a world would block. */
    IllegalStateException outsideWorld(String operation) {
        return new IllegalStateException(operation + " on " + this + " would block inside a Synctest, to which the channel"
                + " does not belong: make the channels of a Synctest inside its body");
    }

    // ---- looking

    @Override
    public int len() {
        if (hook != null) {
            hook.enter("len", this);
        }
        acquire();
        int now = count;
        release();
        if (hook == null) {
            return now;
        }
        int visible = hook.visible(now);
        hook.cameOf(visible);
        return visible;
    }

    @Override
    public int cap() {
        if (hook != null) {
            hook.enter("cap", this);
        }
        return visible(capacity);
    }

    /** Whether a receiver that waits here may be woken though no goroutine does anything. */
    boolean wakesByItself() {
        return hook != null && hook.wakesByItself();
    }

    /** A number of this channel's own: the order in which a select takes its locks. */
    int number() {
        if (number == 0) {
            NUMBER.compareAndSet(this, 0, NUMBERS.incrementAndGet());
        }
        return number;
    }

    /** The short name: {@code chan#7}. */
    String name() {
        return this == NIL ? "nil" : (hook == null ? "chan" : hook.kind()) + "#" + number();
    }

    private int visible(int elements) {
        return hook == null ? elements : hook.visible(elements);
    }

    /** Names the channel as reports do, for instance {@code chan#7 (cap 10, len 3)}. */
    @Override
    public String toString() {
        return this == NIL ? "the nil channel" : name() + " (cap " + visible(capacity) + ", len " + visible(count) + ")";
    }
}
