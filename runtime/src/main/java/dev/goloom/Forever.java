package dev.goloom;

import java.util.concurrent.locks.LockSupport;

/**
 * What a goroutine is blocked on that nobody can wake: the nil channel, or a select without cases; in a
 * {@link World}, where only the clock can, a sleep. It shows as the
 * blocker in thread dumps.
 *
 * @param operation as in Go's reports
 */
record Forever(String operation) {
    static final Forever NIL_SEND = new Forever("chan send (nil chan)");
    static final Forever NIL_RECEIVE = new Forever("chan receive (nil chan)");
    static final Forever NIL_SELECT = new Forever("select (nil chans)");
    static final Forever SLEEP = new Forever("sleep");
    static final Forever AWAIT = new Forever("await");
    static final Forever NO_CASES = new Forever("select (no cases)");

    /** Blocks until the thread is interrupted, and returns what is then to be thrown. */
    Cancelled block() {
        World world = World.current();
        if (world != null) {
            world.step(operation, null);
        }
        if (Trace.ON) {
            Trace.blocks(operation);
        }
        while (!Thread.currentThread().isInterrupted()) {
            if (world == null) {
                LockSupport.park(this);
            } else {
                world.block(this);
            }
        }
        if (Trace.ON) {
            Trace.goesOn();
        }
        return Cancelled.interrupted(operation);
    }

    @Override
    public String toString() {
        return operation;
    }
}
