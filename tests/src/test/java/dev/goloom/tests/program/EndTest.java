package dev.goloom.tests.program;

import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.tests.support.Java;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program that was started by a generated main ends as a Go program does. */
class EndTest {
    private static Java.Result run(String end) {
        return Java.run(List.of(), "dev.goloom.tests.program.EndsGo", end);
    }

    @Test
    void withMainWhoeverElseIsRunning() {
        assertEquals(new Java.Result(0, "done\n", ""), run("returns"));
    }

    @Test
    void withAPanicOfMain() {
        Java.Result result = run("throws");
        assertEquals(2, result.status());
        assertTrue(result.err().startsWith("panic: java.io.IOException: from main\n\ngoroutine main#1 [running]:\n\tat "), result.err());
    }

    @Test
    void withAPanicOfAnyGoroutine() {
        Java.Result result = run("panics");
        assertEquals(2, result.status());
        assertTrue(result.err().startsWith("panic: java.io.IOException: from a goroutine\n\ngoroutine panics#2 [running], started by main#1:\n\tat "), result.err());
        assertTrue(result.err().contains("Caused by: java.lang.IllegalStateException: cause\n"), result.err());
        assertFalse(result.err().contains("VirtualThread"), result.err());
        assertTrue(result.err().contains("Ends.panics(Ends.java:"), result.err());
    }

    /** Main, which waits for the goroutine that panics, does not end the program before that has. */
    @ParameterizedTest
    @ValueSource(strings = {"panics in a group", "panics, and is done", "panics, and sends", "panics, and receives",
            "panics, and closes", "panics, and closes under a select"})
    void withAPanicThatMainWaitsFor(String end) {
        Java.Result result = run(end);
        assertEquals(2, result.status());
        assertTrue(result.err().startsWith("panic: java.io.IOException: from a goroutine\n\ngoroutine "), result.err());
    }

    @Test
    void withAPanicWhoseExceptionThrowsItself() {
        Java.Result result = run("panics without a word");
        assertEquals(2, result.status());
        assertTrue(result.err().startsWith("panic: dev.goloom.tests.program.Ends$Wordless (its toString() throws java.lang.IllegalStateException)\n\ngoroutine panicsWithoutAWord#2 "), result.err());
    }

    @Test
    void withAPanicThoughOthersUseTheProcessors() {
        assertEquals(2, run("panics beside busy ones").status());
    }

    /** Another is in the middle of printing, with the lock of standard output. */
    @Test
    void withAPanicThoughNobodyReadsTheOutput() {
        Java.Result result = run("prints");
        assertEquals(2, result.status());
        assertTrue(result.err().startsWith("panic: java.io.IOException: from main\n\ngoroutine main#1 [running]:\n\tat "), result.err());
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

    @Test
    void withAStatusOfItsOwn() {
        assertEquals(new Java.Result(7, "", ""), run("exits"));
    }

    @Test
    void nullCannotBeSent() {
        Java.Result result = run("null");
        assertEquals(2, result.status());
        assertTrue(result.err().startsWith("panic: java.lang.NullPointerException: nothing returned null, which cannot be sent on chan#"), result.err());
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

    @Test
    void anInterruptedMainEndsQuietly() {
        assertEquals(new Java.Result(0, "", ""), run("cancelled"));
    }
}
