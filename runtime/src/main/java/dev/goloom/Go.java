package dev.goloom;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The vocabulary of Go's concurrency, to be imported statically: {@code import static dev.goloom.Go.*;}.
 *
 * <pre>{@code
 * RecvChan<String> c = fanIn(go.boring("Joe"), go.boring("Ann"));
 * RecvChan<Instant> timeout = after(ofSeconds(5));
 * for (;;) {
 *     var s = recv(c);
 *     switch (select(s, recv(timeout))) {
 *         case 0 -> IO.println(s.value());
 *         case 1 -> { return; }
 *     }
 * }
 * }</pre>
 *
 * A class that has a method of its own called {@code send}, {@code select} and so on hides the imported ones, and
 * qualifies these: {@code Go.select(…)}.
 */
public final class Go {
    /**
     * The case of a {@code select} that runs when no other can: Go's {@code default:}.
     *
     * @see #select(Case...)
     */
    public static final Case DEFAULT = new DefaultCase();

    private Go() {}

    /** What a goroutine runs. It may throw anything. */
    @FunctionalInterface
    public interface Body {
        /**
         * Runs the goroutine.
         *
         * @throws Throwable for whatever reason; in a goroutine that is a panic
         */
        void run() throws Throwable;
    }

    /**
     * Makes an unbuffered channel: Go's {@code make(chan T)}. A send on it returns only once its receive has begun.
     *
     * @param <T> the type of the elements
     * @return a new, open channel
     */
    public static <T> Chan<T> make() {
        return Chan.make(0, hookOfWorld());
    }

    /**
     * Makes a buffered channel: Go's {@code make(chan T, capacity)}. The buffer is allocated at once.
     *
     * @param <T> the type of the elements
     * @param capacity how many elements can be sent before a send has to wait; 0 or more
     * @return a new, open channel
     * @throws IllegalArgumentException if {@code capacity} is negative
     * @throws OutOfMemoryError if there is no memory for the buffer
     */
    public static <T> Chan<T> make(int capacity) {
        return Chan.make(capacity, hookOfWorld());
    }

    private static Hook hookOfWorld() {
        World world = World.current();
        return world == null ? null : world.hook;
    }

    /**
     * Starts a goroutine: Go's {@code go func() { … }()}. Returns at once. The goroutine is a virtual thread, named
     * {@code func#} and a number; what was done before this call <i>happens-before</i> what it does. It does not inherit
     * bindings of {@link ScopedValue}.
     *
     * <p>An exception that leaves {@code body} is a panic: it ends a program that was started by a generated
     * {@code main}, with a report on standard error and exit status 2; in a program with a {@code main} of its own it
     * goes to the thread's uncaught-exception handler. Only a {@link java.util.concurrent.CancellationException} that
     * the runtime threw in this goroutine, because it was interrupted or its channel cancelled, ends it quietly.
     *
     * @param body what to run
     */
    public static void go(Body body) {
        Launch.goroutine("func", body);
    }

    /**
     * Waits until one of the cases can run, runs it, and returns its position: Go's {@code select}. If several can, one
     * of them is chosen uniformly at random. If none can, {@link #DEFAULT} runs, if it is among the cases; else this
     * blocks until one can. Without any case on a channel that is not nil, and without {@code DEFAULT}, it blocks for
     * ever.
     *
     * <p>A case on a closed channel can run: a receive yields null and {@code false}, a send throws. The memory effects
     * are those of the send or the receive that ran.
     *
     * @param cases made by {@link #recv} and {@link #send}; in any mix, several on the same channel if need be, and
     *     {@code DEFAULT} at most once
     * @return the position in {@code cases}, from 0, of the one that ran
     * @throws IllegalArgumentException if {@code DEFAULT} is there twice
     * @throws NullPointerException if a case is null
     * @throws ChannelClosedException if a send is chosen and its channel is closed or failed
     * @throws ChannelFailedException if a receive is chosen and its channel was closed with a cause, and is drained
     * @throws java.util.concurrent.CancellationException if the chosen channel has been cancelled; or if the thread is
     *     interrupted and the select would have to wait: then no case ran, and the interrupt status stays set
     * @see <a href="https://go.dev/ref/spec#Select_statements">Select statements</a>
     */
    public static int select(Case... cases) {
        return Select.run(Objects.requireNonNull(cases, "select: the array of cases is null"));
    }

    /**
     * A receive as a case of a {@link #select select}: Go's {@code case v, ok := <-c:}.
     *
     * @param <T> the channel's element type
     * @param c the channel to receive from; null stands for the nil channel
     * @return the case, which tells what was received once it has run
     */
    public static <T> RecvCase<T> recv(RecvChan<T> c) {
        return new RecvCase<>(c);
    }

    /**
     * A send as a case of a {@link #select select}: Go's {@code case c <- element:}.
     *
     * @param <T> the element's type
     * @param c the channel to send on; null stands for the nil channel
     * @param element the element; not null unless {@code c} is the nil channel
     * @return the case
     * @throws NullPointerException if {@code element} is null and {@code c} is not the nil channel
     */
    public static <T> Case send(SendChan<? super T> c, T element) {
        return new SendCase((Chan<?>) c, element);
    }

    /**
     * Pauses the current goroutine: Go's {@code time.Sleep}. A duration of zero or less returns at once.
     *
     * @param duration for how long at least; in a {@link Synctest}, of virtual time
     * @throws java.util.concurrent.CancellationException if the thread is interrupted before or while it sleeps; the
     *     interrupt status stays set
     */
    public static void sleep(Duration duration) {
        World world = World.current();
        if (world != null) {
            world.sleep(duration);
            return;
        }
        if (duration.isPositive()) {
            try {
                Thread.sleep(duration);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw Cancelled.interrupted("sleep");
            }
        }
    }

    /**
     * The time: Go's {@code time.Now}. What measures how long something takes, or plans when to do it again, works in a
     * {@link Synctest} if it asks here, and not the system's clock.
     *
     * @return now; in a {@link Synctest}, the virtual time
     */
    public static Instant now() {
        return Clock.now(World.current());
    }

    /**
     * A channel that delivers the time once, after {@code duration}: Go's {@code time.After}. One that nobody waits for
     * holds nothing but its own memory, and is collected when it is unreachable.
     *
     * @param duration from now; zero or less is now
     * @return a channel that is never closed
     */
    public static RecvChan<Instant> after(Duration duration) {
        return Timing.once(duration).chan();
    }

    /**
     * A channel that delivers the time every {@code period}: Go's {@code time.Tick}. A slow receiver misses ticks. One
     * that nobody waits for holds nothing but its own memory, and is collected when it is unreachable.
     *
     * @param period more than zero
     * @return a channel that is never closed
     * @throws IllegalArgumentException if {@code period} is zero or negative
     */
    public static RecvChan<Instant> tick(Duration period) {
        return Timing.periodic(period).chan();
    }

    /**
     * A random number: Go's {@code rand.Intn}. Seeded in a {@link Synctest}.
     *
     * @param bound more than zero
     * @return from 0 (inclusive) to {@code bound} (exclusive), all equally likely
     * @throws IllegalArgumentException if {@code bound} is zero or negative
     */
    public static int rand(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("rand: the bound is more than 0, not " + bound);
        }
        World world = World.current();
        return world == null ? ThreadLocalRandom.current().nextInt(bound) : world.random(bound);
    }

    /**
     * A random duration: Go's {@code time.Duration(rand.Int63n(int64(bound)))}. Seeded in a {@link Synctest}.
     *
     * @param bound more than zero; at most 292 years, as a count of nanoseconds must be a long
     * @return from zero (inclusive) to {@code bound} (exclusive), in nanoseconds, all equally likely
     * @throws IllegalArgumentException if {@code bound} is zero or negative
     * @throws ArithmeticException if {@code bound} is too long
     */
    public static Duration rand(Duration bound) {
        if (!bound.isPositive()) {
            throw new IllegalArgumentException("rand: the bound is more than 0, not " + bound);
        }
        long nanos = bound.toNanos();
        World world = World.current();
        return Duration.ofNanos(world == null ? ThreadLocalRandom.current().nextLong(nanos) : world.random(nanos));
    }

    /**
     * Lets other goroutines run, those too that a timer or another thread has just made ready: Go's {@code runtime.Gosched}.
     * Goroutines are not pre-empted: a loop that neither sends, receives, selects, waits for a group nor starts goroutines calls
     * this now and then.
     */
    public static void gosched() {
        World world = World.current();
        if (world == null) {
            Thread.yield();
            SystemMonitor.safepoint();
        } else {
            world.step("gosched", null);
        }
    }
}
