package dev.goloom;

/**
 * What is special about a channel that is not ordinary: one whose elements come from the clock, or one that belongs to
 * a {@link World}. Ordinary channels have none, and pay one test of a final field for it.
 */
abstract class Hook {
    /** The world of the channel, or null. */
    final World world;

    Hook(World world) {
        this.world = world;
    }

    /** Called first in every operation on the channel, without its lock. */
    final void enter(String operation, Chan<?> chan) {
        World.check(world, operation, chan);
        if (world != null) {
            world.step(operation, chan);
        }
        refresh(chan);
    }

    /** Called first for every channel of a select, which makes one step for all of them. */
    final void enterSelect(Chan<?> chan) {
        World.check(world, "select", chan);
        refresh(chan);
    }

    /** Called with what came of an operation, where the trace of a world should tell. */
    final void cameOf(Object result) {
        if (world != null) {
            world.cameOf(result);
        }
    }

    /** What kind of channel it is, as reports name it. */
    String kind() {
        return "chan";
    }

    /** Brings the channel up to date with the clock. Called without the lock. */
    void refresh(Chan<?> chan) {}

    /** A receiver has begun to wait, or has left without an element. Called without the lock. */
    void waitersChanged() {}

    /** Whether a receiver that waits may be woken though no goroutine does anything. Called without the lock. */
    boolean wakesByItself() {
        return false;
    }

    /** Whether a receiver may cancel the channel for all others. */
    boolean isCancellable() {
        return true;
    }

    /** How much of a length or capacity the user is told of. */
    int visible(int elements) {
        return elements;
    }
}
