package dev.goloom.tests.program;

import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.tests.support.Java;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first panic of a goroutine ends a program that was started by a generated main, with a report. */
class PanicTest {
    private static String report(String panic) {
        Java.Result result = Java.run(List.of(), "dev.goloom.tests.program.PanicsGo", panic);
        assertEquals(2, result.status(), result.err());
        return result.err();
    }

    private static void assertReport(String expectedStart, String report) {
        assertTrue(report.startsWith(expectedStart), report);
    }

    @Test
    void panicOfMain() {
        String report = report("throws");
        assertReport("panic: java.io.IOException: from main\n\ngoroutine main#1 [running]:\n\tat ", report);
    }

    @Test
    void panicOfAnyGoroutine() {
        String report = report("panics");
        assertReport("panic: java.io.IOException: from a goroutine\n\ngoroutine panics#2 [running], started by main#1:\n\tat ", report);
        assertTrue(report.contains("Caused by: java.lang.IllegalStateException: cause\n"), report);
        assertFalse(report.contains("VirtualThread"), report);
        assertTrue(report.contains("Panics.panics(Panics.java:"), report);
    }

    /** Main, which waits for the goroutine that panics, does not end the program before that has. */
    @ParameterizedTest
    @ValueSource(strings = {"panics in a group", "panics, and is done", "panics, and sends", "panics, and receives",
            "panics, and closes", "panics, and closes under a select"})
    void panicThatMainWaitsFor(String panic) {
        String report = report(panic);
        assertReport("panic: java.io.IOException: from a goroutine\n\ngoroutine ", report);
    }

    @Test
    void panicWhoseExceptionThrowsItself() {
        String report = report("panics without a word");
        assertReport("panic: dev.goloom.tests.program.Panics$Wordless (its toString() throws java.lang.IllegalStateException)\n\ngoroutine panicsWithoutAWord#2 ", report);
    }

    @Test
    void panicWhoseExceptionHidesItsCauseAndItsStack() {
        String report = report("panics, and hides why");
        assertReport("panic: dev.goloom.tests.program.Panics$Hiding\n\ngoroutine main#1 [running]:\n\tSuppressed: java.io.IOException: suppressed\n", report);
    }

    @Test
    void panicForMoreReasonsThanAnybodyReads() {
        String report = report("panics for 100 000 reasons");
        assertReport("panic: java.io.IOException: reason\n\ngoroutine main#1 [running]:\n\tat ", report);
        assertTrue(report.endsWith("\nCaused by: [and more: java.io.IOException: reason]\n"), report);
    }

    @Test
    void panicThoughOthersUseTheProcessors() {
        assertReport("panic: java.io.IOException: from main\n", report("panics beside busy ones"));
    }

    /** Another is in the middle of printing, with the lock of standard output. */
    @Test
    void panicThoughNobodyReadsTheOutput() {
        String report = report("prints");
        assertReport("panic: java.io.IOException: from main\n\ngoroutine main#1 [running]:\n\tat ", report);
    }

    @Test
    void nullCannotBeSent() {
        String report = report("null");
        assertReport("panic: java.lang.NullPointerException: nothing returned null, which cannot be sent on chan#", report);
    }
}
