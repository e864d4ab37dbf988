package dev.goloom;

import java.util.Collection;
import java.util.concurrent.locks.LockSupport;

/**
 * The turn of a {@link World}. Exactly one goroutine holds it, that one runs, and it alone touches the state of the world.
 * All others are parked, with this as their blocker.
 *
 * <p>The turn is the field {@code holder}: what one holder has done happens-before what the next does.
 */
final class Turn {
    private volatile Actor holder;

    /** Grows whenever anything happens. */
    private volatile long progress;

    /** Set when the holder does not come back to the runtime: the others end without waiting for the turn. */
    private volatile boolean abandoned;

    // ---- passing it

    /** The first holder; before any goroutine runs. */
    void begin(Actor first) {
        holder = first;
    }

    /** Gives the turn to {@code next}; the caller must not touch the world any more. */
    void give(Actor next) {
        progress++;
        holder = next;
        LockSupport.unpark(next.thread);
    }

    /** Parks until {@code self}, the current goroutine, holds the turn, or the world is abandoned. */
    void await(Actor self) {
        while (holder != self && !abandoned) {
            LockSupport.park(this);
            if (self.thread.isInterrupted()) {
                // In this order: whoever looks sees one or the other. Left set, it would keep this from parking.
                self.interrupted = true;
                Thread.interrupted();
            }
        }
        if (self.interrupted) {
            self.interrupted = false;
            self.thread.interrupt();
        }
    }

    /** Hands the turn to {@code next}, which may be {@code self} already, and waits until it comes back. */
    void pass(Actor self, Actor next) {
        if (next != self) {
            give(next);
            await(self);
        }
    }

    /** Something has happened though the turn stays where it is. */
    void goesOn() {
        progress++;
    }

    // ---- what the watch sees and does, from outside the world

    Actor holder() {
        return holder;
    }

    long progress() {
        return progress;
    }

    /** Whether {@code actor} is parked until it gets the turn. */
    boolean isAwaitedBy(Actor actor) {
        return LockSupport.getBlocker(actor.thread) == this;
    }

    /** Nobody waits for the turn any more. Whoever is woken by it must end. */
    void abandon(Collection<Thread> threads) {
        abandoned = true;
        holder.thread.interrupt();
        threads.forEach(LockSupport::unpark);
    }

    boolean isAbandoned() {
        return abandoned;
    }
}
