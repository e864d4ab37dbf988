package dev.goloom;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Watches a {@link World} from outside, on the thread that runs the Synctest: a goroutine that holds the turn and is
 * blocked in something of the JDK's keeps the whole world waiting, and nobody inside could tell.
 */
final class Watch {
    /** How long the holder of the turn may be blocked outside the runtime. */
    private static final Duration BOUND = Duration.ofSeconds(3);

    private static final int LOOKS_PER_SECOND = 20;

    private final Turn turn;
    private final CountDownLatch over;

    Watch(Turn turn, CountDownLatch over) {
        this.turn = turn;
        this.over = over;
    }

    /** Waits for the end of the world. Returns null then, or else why it is to be given up. */
    String awaitEnd() {
        long seen = -1;
        int looks = 0;
        try {
            while (!over.await(1000 / LOOKS_PER_SECOND, TimeUnit.MILLISECONDS)) {
                Actor now = turn.holder();
                looks = turn.progress() == seen && isBlockedOutside(now) ? looks + 1 : 0;
                seen = turn.progress();
                if (looks > BOUND.toSeconds() * LOOKS_PER_SECOND) {
                    return blockedOutside(now);
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
        StringBuilder text = new StringBuilder("goroutine ").append(actor.name).append(" has been blocked outside the")
                .append(" runtime for ").append(BOUND.toSeconds()).append(" s: in a lock, in I/O or in a sleep of the JDK's.")
                .append(" Meanwhile a Synctest can neither run anybody else nor let virtual time pass. Use channels, and")
                .append(" sleep of dev.goloom.Go, or keep it out of the test\n\ngoroutine ")
                .append(actor.name).append(" [").append(actor.thread.getState()).append(']').append(actor.origin()).append(":\n");
        Report.appendStack(text, actor.thread.getStackTrace());
        return text.toString();
    }
}
