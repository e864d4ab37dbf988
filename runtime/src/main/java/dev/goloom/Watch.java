package dev.goloom;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Watches a {@link World} from outside, on the thread that runs the Synctest: a goroutine that holds the turn and does
 * not come back to the runtime keeps the whole world waiting, and nobody inside could tell.
 *
 * <p>It counts looks, not time, so that a debugger that stops the whole JVM does no harm.
 */
final class Watch {
    /** How long the holder of the turn may be blocked outside the runtime. */
    private static final Duration BLOCKED = Duration.ofSeconds(3);

    /** How long it may run without an operation; longer, as it may have something to compute. */
    private static final Duration RUNNING = Duration.ofSeconds(30);

    private static final int LOOKS_PER_SECOND = 20;

    private final Turn turn;
    private final CountDownLatch over;

    Watch(Turn turn, CountDownLatch over) {
        this.turn = turn;
        this.over = over;
    }

    /** Waits for the end of the world. Returns null then, or else why it is to be given up. */
    String awaitEnd() {
        Actor holder = null;
        long progress = -1;
        int blocked = 0;
        int still = 0;
        try {
            while (!over.await(1000 / LOOKS_PER_SECOND, TimeUnit.MILLISECONDS)) {
                boolean same = turn.progress() == progress && turn.holder() == holder;
                progress = turn.progress();
                holder = turn.holder();
                still = same ? still + 1 : 0;
                blocked = same && isBlockedOutside(holder) ? blocked + 1 : 0;
                if (blocked > BLOCKED.toSeconds() * LOOKS_PER_SECOND) {
                    return blockedOutside(holder);
                }
                if (still > RUNNING.toSeconds() * LOOKS_PER_SECOND) {
                    return runsOutside(holder);
                }
            }
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "the thread that runs the Synctest was interrupted";
        }
    }

    /** Whether a thread that holds the turn is blocked in something else than the wait for it. */
    private boolean isBlockedOutside(Actor actor) {
        return switch (actor.thread.getState()) {
            case BLOCKED, WAITING, TIMED_WAITING -> !turn.isAwaitedBy(actor);
            default -> false;
        };
    }

    private static String blockedOutside(Actor actor) {
        return "goroutine " + actor.name + " has been blocked outside the runtime for " + BLOCKED.toSeconds()
                + " s: in a lock, in I/O or in a sleep of the JDK's. Meanwhile a Synctest can neither run anybody else nor let"
                + " virtual time pass. Use channels, and sleep of dev.goloom.Go, or keep it out of the test\n\n" + paragraph(actor);
    }

    private static String runsOutside(Actor actor) {
        return "goroutine " + actor.name + " has been running for " + RUNNING.toSeconds() + " s without an operation of the"
                + " runtime: a busy loop, or a call that does not return. Meanwhile a Synctest can neither run anybody else nor"
                + " let virtual time pass. The goroutine has been interrupted; if that does not end it, it goes on\n\n"
                + paragraph(actor);
    }

    private static String paragraph(Actor actor) {
        StringBuilder text = new StringBuilder("goroutine ").append(actor.name).append(" [").append(actor.thread.getState())
                .append(']').append(actor.origin()).append(":\n");
        Report.appendStack(text, actor.thread.getStackTrace());
        return text.toString();
    }
}
