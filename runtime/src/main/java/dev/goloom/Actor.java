package dev.goloom;

/** A goroutine of a {@link World}, or its clock. Its fields belong to whoever holds the turn, but for those that say otherwise. */
final class Actor {
    final World world;
    final String name;

    /** The name of what started this: a goroutine, or the clock; null for the main goroutine. */
    final String starter;

    /** Set before the thread starts; the clock has none. */
    Thread thread;

    /** What this waits for; null if it could run. */
    Object blocker;

    /** The position in the world's list of those that can run; -1 if this cannot. */
    int position = -1;

    /** The higher, the sooner, where the schedule goes by priorities. */
    int priority;

    /** Set by its own thread when it has been interrupted while it waited for the turn. */
    volatile boolean interrupted;

    /** Its latest operation, in the trace. */
    ScheduleTrace.Event event;

    /** How often an operation has thrown because the world is ending. */
    int dismissals;

    Actor(World world, String name, String starter) {
        this.world = world;
        this.name = name;
        this.starter = starter;
    }

    boolean isMain() {
        return starter == null;
    }

    boolean isBlocked() {
        return position < 0;
    }

    boolean isInterrupted() {
        // In this order: the thread sets the one before it clears the other.
        return thread.isInterrupted() || interrupted;
    }

    /** Names the one that started this, as reports do. */
    String origin() {
        return starter == null ? "" : ", started by " + starter;
    }
}
