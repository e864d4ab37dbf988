package dev.goloom;

/** A goroutine of a {@link World}. Its fields belong to whoever holds the turn, but for those that say otherwise. */
final class Actor {
    final World world;
    final String name;

    /** The name of the goroutine that started this; null for the main one. */
    final String starter;

    /** Set before the thread starts. */
    Thread thread;

    /** What this waits for; null if it could run. */
    Object blocker;

    /** The position in the world's list of those that can run; -1 if this cannot. */
    int position = -1;

    /** The higher, the sooner, where the schedule goes by priorities. */
    int priority;

    /** Set by its own thread when it has been interrupted while it waited for the turn. */
    volatile boolean interrupted;

    /** How often an operation has thrown because the world is ending. */
    int dismissals;

    Actor(World world, String name, String starter) {
        this.world = world;
        this.name = name;
        this.starter = starter;
    }

    boolean isInterrupted() {
        return interrupted || thread.isInterrupted();
    }

    /** Names the one that started this, as reports do. */
    String origin() {
        return starter == null ? "" : ", started by " + starter;
    }
}
