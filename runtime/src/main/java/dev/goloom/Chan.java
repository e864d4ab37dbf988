package dev.goloom;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

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
public final class Chan<T> extends SpinLock implements SendChan<T>, RecvChan<T> {
    /*
     * The algorithm is that of Go's runtime (chan.go): a ring buffer, two queues of waiters and one lock.
     *
     * Invariants, whenever the lock is free; "waiting" means queued and not yet decided:
     *   1. If a receiver is waiting, the buffer is empty.
     *   2. If a sender is waiting, the buffer is full.
     *   3. Not both a receiver and a sender are waiting, unless they are cases of one select.
     *   4. If the channel is not open, nobody is waiting.
     *   5. An element is in exactly one place: offered by a waiting sender, in the buffer, or delivered to a receiver.
     *
     * An operation looks and, if it must wait, queues its waiter under one hold of the lock. So whoever changes the
     * channel later finds the waiter: no wake-up is lost. Whoever takes a waiter from a queue decides its operation by
     * Waiter.complete(), which fails only if the waiter belongs to a select decided elsewhere, or was interrupted; then
     * the next one is taken. Threads are woken after the lock is free.
     */

    private enum State { OPEN, CLOSED, FAILED, CANCELLED, NIL }

    /** How many channels have a number; guarded by the lock of this class. */
    private static int numbers;

    private static final Chan<?> NIL = new Chan<>(0, null, State.NIL);

    /** What makes this channel special; null for an ordinary one. */
    final Hook hook;

    /** How many elements the buffer holds. */
    private final int capacity;

    /** The ring; null if the capacity is 0. Guarded by the lock, as are all fields below that say nothing else. */
    private final Object[] buffer;

    private int head;
    private int count;
    private State state;

    private final WaitQueue senders = new WaitQueue();
    private final WaitQueue receivers = new WaitQueue();

    /** Why the channel failed; set once, with state FAILED. */
    private Failure failure;

    /** The goroutine to interrupt when the receiver cancels; null if the channel is not a generator's. */
    private Thread producer;

    /**
     * Gives channels an order, and names in reports. Set at once if a world counts its channels, else 0 until somebody
     * asks; guarded by the lock of the class.
     */
    private volatile int number;

    /** The waiter that the operation under way has completed, if any: it is woken when the lock is free. */
    private Waiter toWake;

    private Chan(int capacity, Hook hook, State state) {
        this.capacity = capacity;
        this.hook = hook;
        this.state = state;
        this.buffer = capacity == 0 ? null : new Object[capacity];
        this.number = hook == null || hook.world == null ? 0 : hook.world.nextChannel();
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
            sent = block(true, element).element;
        }
        checkSent(sent);
    }

    @Override
    public boolean trySend(T element) {
        if (hook != null) {
            hook.enter("trySend", this);
        }
        checkElement(element);
        acquire();
        Object sent = offer(element);
        unlockAndWake();
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
        acquire();
        Object taken = poll();
        unlockAndWake();
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
            taken = block(false, null).element;
        }
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
        if (this == NIL) {
            throw new NullPointerException((end == State.CANCELLED ? "cancel" : "close") + " of the nil channel");
        }
        List<Waiter> woken = new ArrayList<>();
        Thread interrupted = null;
        acquire();
        boolean open = state == State.OPEN;
        if (end == State.CANCELLED) {
            dropBuffer();
            interrupted = open ? producer : null;
        }
        if (open) {
            state = end;
            failure = cause;
            dismiss(receivers, woken);
            dismiss(senders, woken);
        }
        boolean accepted = open || state == State.CANCELLED || end == State.CANCELLED;
        release();
        for (Waiter waiter : woken) {
            waiter.wake();
        }
        if (interrupted != null) {
            interrupted.interrupt();
            if (hook != null && hook.world != null) {
                hook.world.ready(interrupted);
            }
        }
        return accepted;
    }

    private static void dismiss(WaitQueue queue, List<Waiter> woken) {
        for (Waiter waiter = queue.poll(); waiter != null; waiter = queue.poll()) {
            Object offered = waiter.element;
            waiter.element = Waiter.TERMINATED;
            if (waiter.complete()) {
                woken.add(waiter);
            } else {
                waiter.element = offered;
            }
        }
    }

    void dropBuffer() {
        while (count > 0) {
            takeBuffered();
        }
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

    /** Whether this has neither been closed, nor failed, nor been cancelled. */
    boolean isOpen() {
        acquire();
        boolean open = state == State.OPEN;
        release();
        return open;
    }

    /** Whether the receiver has cancelled this. */
    boolean isCancelled() {
        acquire();
        boolean cancelled = state == State.CANCELLED;
        release();
        return cancelled;
    }

    /** Closes this unless it is closed, failed or cancelled already. */
    void closeIfOpen() {
        if (hook != null) {
            hook.enter("close", this);
        }
        closeAtOnce();
    }

    /** The same for a caller that holds a monitor: in a Synctest no other goroutine may run before it. */
    void closeAtOnce() {
        terminate(State.CLOSED, null);
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

    // ---- with the lock held: what plain operations and select share

    /** Whether a receive would not have to wait. */
    boolean canReceive() {
        return count > 0 || hasWaiting(senders) || (state != State.OPEN && state != State.NIL);
    }

    /** Whether a send would not have to wait; one that would throw need not. */
    boolean canSend() {
        return state == State.OPEN ? count < capacity || hasWaiting(receivers) : state != State.NIL;
    }

    /** Drops waiters that were decided elsewhere from the front of the queue, and tells whether one is left. */
    private static boolean hasWaiting(WaitQueue queue) {
        for (Waiter first = queue.first(); first != null; first = queue.first()) {
            if (first.isWaiting()) {
                return true;
            }
            queue.remove(first);
        }
        return false;
    }

    /**
     * Sends without waiting: returns the element if it was sent, {@link Waiter#TERMINATED} if the channel has ended, or
     * null if the send must wait.
     */
    Object offer(Object element) {
        if (state != State.OPEN) {
            return state == State.NIL ? null : Waiter.TERMINATED;
        }
        for (Waiter receiver = receivers.poll(); receiver != null; receiver = receivers.poll()) {
            receiver.element = element;
            if (receiver.complete()) {
                toWake = receiver;
                return element;
            }
            receiver.element = null;
        }
        if (count == capacity) {
            return null;
        }
        putBuffered(element);
        return element;
    }

    /**
     * Receives without waiting: returns the element, {@link Waiter#TERMINATED} if the channel has ended, or null if the
     * receive must wait.
     */
    Object poll() {
        if (count > 0) {
            Object oldest = takeBuffered();
            Object offered = takeOffered();
            if (offered != null) {
                putBuffered(offered);
            }
            return oldest;
        }
        Object offered = takeOffered();
        if (offered != null) {
            return offered;
        }
        return state == State.OPEN || state == State.NIL ? null : Waiter.TERMINATED;
    }

    /** Takes the element of the sender that has waited longest; null if there is none. */
    private Object takeOffered() {
        for (Waiter sender = senders.poll(); sender != null; sender = senders.poll()) {
            Object offered = sender.element;
            if (sender.complete()) {
                toWake = sender;
                return offered;
            }
        }
        return null;
    }

    boolean hasBuffered() {
        return count > 0;
    }

    boolean hasReceivers() {
        return !receivers.isEmpty();
    }

    private Object takeBuffered() {
        Object element = buffer[head];
        buffer[head] = null;
        head = head + 1 == capacity ? 0 : head + 1;
        count--;
        return element;
    }

    private void putBuffered(Object element) {
        int tail = head + count;
        buffer[tail < capacity ? tail : tail - capacity] = element;
        count++;
    }

    void unlockAndWake() {
        Waiter waiter = unlock();
        if (waiter != null) {
            waiter.wake();
        }
    }

    /** Gives the lock back; returns whom to wake once the thread holds no lock at all, or null. */
    Waiter unlock() {
        Waiter waiter = toWake;
        toWake = null;
        release();
        return waiter;
    }

    void enqueue(Waiter waiter) {
        (waiter.sends ? senders : receivers).add(waiter);
    }

    /** Takes out a waiter whose operation was decided elsewhere. Called without the lock. */
    void withdraw(Waiter waiter) {
        acquire();
        (waiter.sends ? senders : receivers).remove(waiter);
        release();
        if (hook != null) {
            hook.waitersChanged();
        }
    }

    /** Waits in a queue until somebody completes the operation. The caller holds the lock; it is given back here. */
    private Waiter block(boolean sends, Object element) {
        String operation = sends ? "send" : "receive";
        if (this == NIL) {
            release();
            throw (sends ? Forever.NIL_SEND : Forever.NIL_RECEIVE).block();
        }
        World world = hook == null ? null : hook.world;
        if (Thread.currentThread().isInterrupted()) {
            release();
            throw Cancelled.interrupted(operation, this);
        }
        if (world != World.current()) {
            release();
            throw outsideWorld(operation);
        }
        Waiter waiter = Waiter.of(world, this, sends, element);
        enqueue(waiter);
        release();
        if (hook != null) {
            hook.waitersChanged();
        }
        Waiter completed = waiter.await(this);
        if (completed == null) {
            withdraw(waiter);
            throw Cancelled.interrupted(operation, this);
        }
        return completed;
    }

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
        return hook == null ? capacity : hook.visible(capacity);
    }

    void forEachWaiter(Consumer<Waiter> action) {
        acquire();
        senders.forEach(action);
        receivers.forEach(action);
        release();
    }

    /** Whether a thread is blocked here in a receive. Called without the lock. */
    boolean isReceiverWaiting() {
        acquire();
        boolean waiting = hasWaiting(receivers);
        release();
        return waiting;
    }

    /** Whether a receiver that waits here may be woken though no goroutine does anything. */
    boolean wakesByItself() {
        return hook != null && hook.wakesByItself();
    }

    /** A number of this channel's own: the order in which a select takes its locks. */
    int number() {
        if (number == 0) {
            synchronized (Chan.class) {
                if (number == 0) {
                    number = ++numbers;
                }
            }
        }
        return number;
    }

    /** The short name: {@code chan#7}. */
    String name() {
        return this == NIL ? "nil" : (hook == null ? "chan" : hook.kind()) + "#" + number();
    }

    /** Names the channel as reports do, for instance {@code chan#7 (cap 10, len 3)}. */
    @Override
    public String toString() {
        return this == NIL ? "the nil channel" : name() + " (cap " + capacity + ", len " + count + ")";
    }
}
