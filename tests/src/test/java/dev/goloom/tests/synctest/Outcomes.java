package dev.goloom.tests.synctest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.goloom.Go;
import dev.goloom.Synctest;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;

/** All that may come of a small scenario, found by exploring it. */
final class Outcomes {
    static final int SCHEDULES = 400;

    private Outcomes() {}

    /** A scenario; what it returns is what came of it. */
    interface Scenario {
        String run() throws Throwable;
    }

    /** Exactly these come of the scenario: each under some schedule, and no other under any. */
    static void assertOutcomes(Scenario scenario, String... expected) {
        Set<String> seen = new TreeSet<>();
        Synctest.explore(SCHEDULES, () -> seen.add(scenario.run()));
        assertEquals(new TreeSet<>(Set.of(expected)), seen);
    }

    /** What comes of one operation: nothing, or the name of what it throws. */
    static String of(Go.Body operation) {
        try {
            operation.run();
            return "done";
        } catch (CancellationException cancelled) {
            if (!cancelled.getMessage().contains("interrupted")) {
                return "cancelled";
            }
            assertTrue(Thread.interrupted(), "the interrupt status stays set");
            return "interrupted";
        } catch (Throwable thrown) {
            return thrown.getClass().getSimpleName();
        }
    }
}
