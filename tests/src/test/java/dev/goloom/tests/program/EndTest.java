package dev.goloom.tests.program;

import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.tests.support.Java;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A program that was started by a generated main ends as a Go program does. */
class EndTest {
    private static Java.Result run(String end) {
        return Java.run(List.of(), "dev.goloom.tests.program.EndsGo", end);
    }

    @Test
    void withMainWhoeverElseIsRunning() {
        assertEquals(new Java.Result(0, "done\n", ""), run("returns"));
    }

    /** They are not pre-empted, but do not keep it from ending. */
    @Test
    void withMainThoughOthersUseAllProcessors() {
        assertEquals(new Java.Result(0, "", ""), run("busy"));
    }

    /** Who ends the JVM waits for its hooks. */
    @Test
    void withMainThoughOthersUseAllProcessorsAndThereIsAHook() {
        assertEquals(new Java.Result(0, "hook\n", ""), run("busy, with a hook"));
    }

    /** It had not begun when main returned. */
    @Test
    void withMainThoughAHookWaitsForAGoroutine() {
        assertEquals(new Java.Result(0, "late\n", ""), run("hook waits"));
    }

    /** The watch has none either, and goes on when there is some again. */
    @Test
    void withADeadlockThoughThereWasNoMemory() {
        Java.Result result = Java.run(List.of("-Xmx32m"), "dev.goloom.tests.program.EndsGo", "no memory for a while");
        assertTrue(result.err().contains("fatal error: all goroutines are asleep - deadlock!\n\ngoroutine main#1 [chan receive]"), result.err());
        assertEquals(2, result.status());
    }

    @Test
    void withAStatusOfItsOwn() {
        assertEquals(new Java.Result(7, "", ""), run("exits"));
    }

    @Test
    void failureThatNobodyReceivedIsReported() {
        Java.Result result = run("unreceived");
        assertEquals(0, result.status());
        assertEquals("1\n", result.out());
        assertTrue(result.err().matches("(?s)failure that nobody received, of chan#\\d+ \\(cap 0, len 0\\), closed by fails#2: java.io.IOException: from a generator\n\tat .*Ends\\.fails.*"), result.err());
    }

    @Test
    void failureThatNobodyReceivedIsReportedWhenTheChannelIsGone() {
        Java.Result result = run("collected");
        assertEquals(0, result.status(), result.err());
        assertTrue(result.out().matches("1\nfailure that nobody received, of chan#\\d+ \\(cap 0, len 0\\), closed by fails#2:"
                + " java.io.IOException: from a generator\n"), result.out());
        assertEquals("", result.err());
    }

    @Test
    void failuresAreHandedOnWithTheirCause() {
        assertEquals(new Java.Result(0, """
                2
                java.io.IOException: from a generator
                java.lang.StackOverflowError: deep
                40
                Received[value=null, ok=false]
                """, ""), run("received"));
    }

    /** In a socket, which throws a SocketException then; and with an exception around the one that tells of the interrupt. */
    @Test
    void cancelledGeneratorsEndQuietly() {
        assertEquals(new Java.Result(0, "", ""), run("cancelled generators"));
    }

    @Test
    void anInterruptedMainEndsQuietly() {
        assertEquals(new Java.Result(0, "", ""), run("cancelled"));
    }
}
