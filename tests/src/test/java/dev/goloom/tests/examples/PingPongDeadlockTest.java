package dev.goloom.tests.examples;

import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Synctest;
import dev.goloom.tests.support.Java;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Nobody has the ball: whatever the schedule, the report names all three and where they wait. */
@Execution(ExecutionMode.CONCURRENT)
class PingPongDeadlockTest {
    private static final Example EXAMPLE = new Example("PingPongDeadlock");

    @Test
    void process() {
        Java.Result result = EXAMPLE.result();
        assertEquals("", result.out());
        assertEquals(2, result.status());
        assertIsReport(result.err());
    }

    @Test
    void everySchedule() {
        for (long seed = 0; seed < 300; seed++) {
            long each = seed;
            AssertionError failure = assertThrows(AssertionError.class, () -> Synctest.replay(each, EXAMPLE.main()));
            assertIsReport(failure.getMessage());
        }
    }

    private static void assertIsReport(String text) {
        assertTrue(text.contains("""
                fatal error: all goroutines are asleep - deadlock!

                goroutine main#1 [chan receive], on chan#1 (cap 0, len 0):
                """), text);
        for (int number = 2; number <= 3; number++) {
            assertTrue(text.contains("""
                    goroutine player#%d [chan receive], on chan#1 (cap 0, len 0), started by main#1:
                    \tat dev.goloom.examples.PingPongDeadlock.player(PingPongDeadlock.java:""".formatted(number)), text);
        }
    }
}
