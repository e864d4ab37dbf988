package dev.goloom;

import java.time.Duration;
import java.time.Instant;

/**
 * The seam through which time, chance and blocking pass, so that {@link Synctest} can put a virtual clock and a seeded
 * scheduler behind the same channels. Ordinary goroutines belong to no world: their world is null, they park on the
 * JDK's scheduler and read the system's clock.
 *
 * <p>In a world exactly one goroutine runs at a time, the one that holds its turn.
 */
abstract class World {
    /** True from when the first world is made: until then {@link #current()} is one static read. */
    static boolean any;

    private static final ThreadLocal<World> CURRENT = new ThreadLocal<>();

    /** What the world's channels have in common. */
    final Hook hook = new Hook(this) {};

    /** The world of the current thread; null for an ordinary one. */
    static World current() {
        return any ? CURRENT.get() : null;
    }

    /** Makes the current thread a goroutine of this world, for good. */
    final void enter() {
        CURRENT.set(this);
    }

    /** Called before each operation of the runtime: another goroutine may get the turn here. */
    abstract void step(String operation, Object on);

    /** Gives the turn away until this goroutine is made ready or is interrupted. */
    abstract void block(Object blocker);

    /** Lets a blocked goroutine have the turn again, some time. */
    abstract void ready(Thread thread);

    /** Starts a goroutine of this world. */
    abstract void start(Launched launched, Go.Body body);

    /** How many goroutines of this world there are. */
    abstract int count();

    /** A random number from 0 (inclusive) to {@code bound} (exclusive), from the world's seed. */
    abstract long random(long bound);

    final int random(int bound) {
        return (int) random((long) bound);
    }

    /** The virtual time in nanoseconds, as {@link System#nanoTime()}. */
    abstract long nanoTime();

    /** The virtual time. */
    abstract Instant now();

    /** Blocks the current goroutine for a virtual while. */
    abstract void sleep(Duration duration);

    /** Runs {@code action} at the virtual time {@code nanoTime}. */
    abstract Alarm schedule(long nanoTime, Runnable action);
}
