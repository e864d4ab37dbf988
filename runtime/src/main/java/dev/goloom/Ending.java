package dev.goloom;

/**
 * How a {@link World} comes to its end. States:
 * <pre>
 *   RUNNING -> DISMISSING -> over          something has failed: every goroutine is dismissed
 *   RUNNING -> DISMISSING -> RUNNING       a program's main has returned: all but it are dismissed, then it goes on
 *   RUNNING -> over                        every goroutine has ended by itself
 * </pre>
 * Each operation of a goroutine that is dismissed throws a cancellation, so that it unwinds. They get the turn one after
 * the other, in the order of their starts, whatever the schedule. The fields belong to the holder of the turn, but for
 * the failure.
 */
final class Ending {
    private static final int PATIENCE = 1000;

    private boolean dismissing;

    /** The one that waits until all others have ended; null if there is none. */
    private Actor survivor;

    /** Set at most once. */
    private volatile SynctestFailure failure;

    boolean isDismissing() {
        return dismissing;
    }

    boolean isDismissed(Actor actor) {
        return dismissing && actor != survivor;
    }

    /** RUNNING -> DISMISSING, after a failure. */
    void fail(String report, Throwable cause) {
        failure = new SynctestFailure(report, cause);
        dismissing = true;
        survivor = null;
    }

    /** The world is given up from outside; if that is after a failure, the failure comes first. */
    void abandon(String why) {
        SynctestFailure abandoned = new SynctestFailure(why, null);
        if (failure == null) {
            failure = abandoned;
        } else {
            failure.addSuppressed(abandoned);
        }
    }

    SynctestFailure failure() {
        return failure;
    }

    /** RUNNING -> DISMISSING, at the end of a program whose main is {@code main}. */
    void dismissOthers(Actor main) {
        dismissing = true;
        survivor = main;
    }

    /** DISMISSING -> RUNNING: they have ended. */
    void othersEnded() {
        dismissing = false;
        survivor = null;
    }

    /** The next one to unwind, of those that have not ended. */
    Actor next(Iterable<Actor> alive) {
        for (Actor actor : alive) {
            if (actor != survivor) {
                return actor;
            }
        }
        return survivor;
    }

    /** What the next operation of a dismissed goroutine throws. */
    Cancelled dismiss(Actor self) {
        if (++self.dismissals > PATIENCE) {
            throw new Error("goroutine " + self.name + " goes on though its Synctest is ending");
        }
        self.thread.interrupt();
        return Cancelled.interrupted("the Synctest is ending: its operation");
    }
}
