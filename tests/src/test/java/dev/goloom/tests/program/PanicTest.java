package dev.goloom.tests.program;

import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.tests.support.Java;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first panic of a goroutine ends a program that was started by a generated main, with a report. */
class PanicTest {
    private static Java.Result run(String panic) {
        return Java.run(List.of(), "dev.goloom.tests.program.PanicsGo", panic);
    }

    @Test
    void panicOfMain() {
        Java.Result result = run("throws");
        assertEquals(2, result.status());
        assertTrue(result.err().startsWith("panic: java.io.IOException: from main\n\ngoroutine main#1 [running]:\n\tat "), result.err());
    }

    @Test
    void panicOfAnyGoroutine() {
        Java.Result result = run("panics");
        assertEquals(2, result.status());
        assertTrue(result.err().startsWith("panic: java.io.IOException: from a goroutine\n\ngoroutine panics#2 [running], started by main#1:\n\tat "), result.err());
        assertTrue(result.err().contains("Caused by: java.lang.IllegalStateException: cause\n"), result.err());
        assertFalse(result.err().contains("VirtualThread"), result.err());
        assertTrue(result.err().contains("Panics.panics(Panics.java:"), result.err());
    }

    /** Main, which waits for the goroutine that panics, does not end the program before that has. */
    @ParameterizedTest
    @ValueSource(strings = {"panics in a group", "panics, and is done", "panics, and sends", "panics, and receives",
            "panics, and closes", "panics, and closes under a select"})
    void panicThatMainWaitsFor(String panic) {
        Java.Result result = run(panic);
        assertEquals(2, result.status());
        assertTrue(result.err().startsWith("panic: java.io.IOException: from a goroutine\n\ngoroutine "), result.err());
    }

    @Test
    void panicWhoseExceptionThrowsItself() {
        Java.Result result = run("panics without a word");
        assertEquals(2, result.status());
        assertTrue(result.err().startsWith("panic: dev.goloom.tests.program.Panics$Wordless (its toString() throws java.lang.IllegalStateException)\n\ngoroutine panicsWithoutAWord#2 "), result.err());
    }

    @Test
    void panicWhoseExceptionHidesItsCauseAndItsStack() {
        Java.Result result = run("panics, and hides why");
        assertEquals(2, result.status());
        assertTrue(result.err().startsWith("panic: dev.goloom.tests.program.Panics$Hiding\n\ngoroutine main#1 [running]:\n\tSuppressed: java.io.IOException: suppressed\n"), result.err());
    }

    @Test
    void panicForMoreReasonsThanAnybodyReads() {
        Java.Result result = run("panics for 100 000 reasons");
        assertEquals(2, result.status());
        assertTrue(result.err().startsWith("panic: java.io.IOException: reason\n\ngoroutine main#1 [running]:\n\tat "), result.err());
        assertTrue(result.err().endsWith("\nCaused by: [and more: java.io.IOException: reason]\n"), result.err());
    }

    @Test
    void panicThoughOthersUseTheProcessors() {
        assertEquals(2, run("panics beside busy ones").status());
    }

    /** Another is in the middle of printing, with the lock of standard output. */
    @Test
    void panicThoughNobodyReadsTheOutput() {
        Java.Result result = run("prints");
        assertEquals(2, result.status());
        assertTrue(result.err().startsWith("panic: java.io.IOException: from main\n\ngoroutine main#1 [running]:\n\tat "), result.err());
    }

    @Test
    void nullCannotBeSent() {
        Java.Result result = run("null");
        assertEquals(2, result.status());
        assertTrue(result.err().startsWith("panic: java.lang.NullPointerException: nothing returned null, which cannot be sent on chan#"), result.err());
    }
}
