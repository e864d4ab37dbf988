package dev.goloom.tests.program;

import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.tests.support.Java;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program whose goroutines are all blocked for good ends with a report; no other does. */
class DeadlockTest {
    private static Java.Result run(String program, String... options) {
        return Java.run(List.of(options), "dev.goloom.tests.program.DeadlocksGo", program);
    }

    private static String deadlock(String program, String... options) {
        Java.Result result = run(program, options);
        assertEquals(2, result.status(), result.err());
        assertTrue(result.err().startsWith("fatal error: all goroutines are asleep - deadlock!\n\ngoroutine main#1 [chan receive], on chan#"), result.err());
        return result.err();
    }

    @Test
    void reportNamesEachGoroutineWithItsOperationAndChannel() {
        String report = deadlock("all");
        for (String expected : List.of(
                "goroutine sender#\\d+ \\[chan send\\], on chan#\\d+ \\(cap 2, len 2\\), started by main#1:\n\tat [^\n]*Deadlocks\\.sender\\(Deadlocks\\.java:\\d+\\)",
                "goroutine selector#\\d+ \\[select\\], on chan#\\d+ \\(cap 0, len 0\\), chan#\\d+ \\(cap 0, len 0\\), started by main#1:\n\tat [^\n]*Deadlocks\\.selector",
                "goroutine waiter#\\d+ \\[wait group\\], on wait group \\(counter 1\\), started by main#1:\n\tat [^\n]*Deadlocks\\.waiter",
                "goroutine func#\\d+ \\[chan receive \\(nil chan\\)\\], started by main#1:",
                "goroutine func#\\d+ \\[select \\(no cases\\)\\], started by main#1:")) {
            assertTrue(java.util.regex.Pattern.compile(expected).matcher(report).find(), expected + " in " + report);
        }
        assertFalse(report.contains("at dev.goloom.Chan"), report);
        assertFalse(report.contains("VirtualThread"), report);
    }

    /** They unwind; also where nothing but the library keeps their threads reachable. */
    @ParameterizedTest
    @ValueSource(strings = {"-Djdk.trackAllThreads=true", "-Dgoloom.leaks=report", "-Djdk.trackAllThreads=false"})
    void abandonedGeneratorsDoNotHideIt(String option) {
        assertFalse(deadlock("abandoned", option).contains("count#"));
    }

    @Test
    void collectedLeaksAreReportedAndDoNotHideIt() {
        String report = deadlock0("leaked", "-Dgoloom.leaks=report");
        assertEquals(10, report.lines().filter(line -> line.matches("leak: goroutine sender#\\d+, started by main#1, was blocked for good \\[chan send\\].*")).count(), report);
        assertFalse(report.substring(report.indexOf("fatal error")).contains("sender#"), report);
    }

    @Test
    void collectedLeaksAreNotCounted() {
        Java.Result result = run("counts", "-Dgoloom.leaks=report");
        assertEquals("false\n", result.out());
        assertEquals(0, result.status(), result.err());
        assertEquals(10, result.err().lines().filter(line -> line.startsWith("leak: goroutine sender#")).count(), result.err());
    }

    @Test
    void threadsAreUntrackedOnlyForLeaksAndUnlessTheUserSaysOtherwise() {
        assertEquals("null\n", run("tracked").out());
        assertEquals("false\n", run("tracked", "-Dgoloom.leaks=report").out());
        assertEquals("true\n", run("tracked", "-Dgoloom.leaks=report", "-Djdk.trackAllThreads=true").out());
        assertEquals("false\n", run("tracked", "-Djdk.trackAllThreads=false").out());
    }

    private static String deadlock0(String program, String... options) {
        Java.Result result = run(program, options);
        assertEquals(2, result.status(), result.err());
        assertTrue(result.err().contains("fatal error: all goroutines are asleep - deadlock!"), result.err());
        return result.err();
    }

    @ParameterizedTest
    @ValueSource(strings = {"forgotten-timer", "cancelled-timer", "foreign-blocked", "idle-pool", "pinned"})
    void whatCannotWakeAnybodyDoesNotHideIt(String program) {
        deadlock(program);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "after", "deadline", "afterFunc", "delayedExecutor", "common-pool", "process", "foreign-virtual", "foreign-virtual-timer",
        "foreign-virtual-deadline", "foreign-executor", "foreign-ring", "sleeper", "http", "pipelines"
    })
    void noFalseAlarm(String program) {
        assertEquals(new Java.Result(0, "true\n", ""), run(program));
    }

    /** Then nobody knows of foreign virtual threads. */
    @Test
    void noFalseAlarmWithoutATemporaryFolder(@TempDir Path folder) {
        Java.Result result = run("foreign-virtual", "-Djava.io.tmpdir=" + folder.resolve("missing"));
        assertEquals(0, result.status(), result.err());
        assertEquals("true\n", result.out());
    }

    @Test
    void noFileIsLeft(@TempDir Path folder) throws IOException {
        deadlock("forgotten-timer", "-Djava.io.tmpdir=" + folder);
        assertEquals(new Java.Result(0, "true\n", ""), run("foreign-virtual", "-Djava.io.tmpdir=" + folder));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.filter(path -> path.getFileName().toString().startsWith("goloom")).toList());
        }
    }

    @Test
    void theTemporaryFolderMayBeRelative() {
        deadlock("forgotten-timer", "-Djava.io.tmpdir=target");
    }

    @Test
    void waitingForAnInterruptIsNoDeadlock() throws IOException, InterruptedException {
        Process process = Java.start(List.of(), "dev.goloom.tests.program.DeadlocksGo", "interrupt");
        BufferedReader out = process.inputReader();
        assertEquals("ready", out.readLine());
        // Not destroy(), which closes the streams.
        process.toHandle().destroy();
        assertEquals("cleaned up", out.readLine());
        assertEquals(143, process.waitFor());
    }

    @Test
    void traceTellsWhereAndForHowLong() {
        String report = deadlock("trace", "-Dgoloom.trace=true");
        assertTrue(java.util.regex.Pattern.compile("goroutine sender#2 \\[chan send\\], on chan#\\d+ \\(cap 0, len 0\\), for \\d+\\.\\d{3} s, started by main#1 at Deadlocks\\.java:\\d+:").matcher(report).find(), report);
    }

    @Test
    void dumpOfALivingProgram() {
        Java.Result result = run("dump");
        assertEquals(0, result.status(), result.err());
        assertTrue(result.out().contains("goroutine main#1 [running]:"), result.out());
        assertTrue(result.out().contains("goroutine sender#2 [chan send], on chan#"), result.out());
        assertTrue(result.out().contains("[sleep], started by main#1:"), result.out());
    }
}
