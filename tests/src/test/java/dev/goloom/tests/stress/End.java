package dev.goloom.tests.stress;

import dev.goloom.Chan;
import dev.goloom.tests.stress.Waiting.Outcome;
import java.util.SplittableRandom;

/** How a channel ends, and what that is for those who wait there. */
enum End {
    CLOSE(Outcome.CLOSED, Outcome.RETURNED),
    FAIL(Outcome.CLOSED, Outcome.FAILED),
    CANCEL(Outcome.CANCELLED, Outcome.CANCELLED);

    private final Outcome ofSend;
    private final Outcome ofReceive;

    End(Outcome ofSend, Outcome ofReceive) {
        this.ofSend = ofSend;
        this.ofReceive = ofReceive;
    }

    static End any(SplittableRandom random) {
        return values()[random.nextInt(values().length)];
    }

    void happen(Chan<?> c) {
        switch (this) {
            case CLOSE -> c.close();
            case FAIL -> c.close(Waiting.FAILURE);
            case CANCEL -> c.cancel();
        }
    }

    /** What comes of a send, or of a receive where nothing is buffered. */
    Outcome of(boolean sends) {
        return sends ? ofSend : ofReceive;
    }
}
