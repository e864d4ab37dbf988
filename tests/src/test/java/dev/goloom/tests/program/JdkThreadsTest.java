package dev.goloom.tests.program;

import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.tests.support.Java;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The JDK's own threads count as alive while they work for the program, or wait for what it is to be told of; and then, but
 * for those of asynchronous sockets, no longer.
 */
class JdkThreadsTest {
    private static final String PROGRAM = "dev.goloom.tests.program.JdkThreadsGo";

    /** As long as the watch looks for a deadlock, and more: 2 s for a collection that does not come. */
    private static final int LOOK_SECONDS = 5;

    private static final int PATIENCE_SECONDS = 60;

    @ParameterizedTest
    @ValueSource(strings = {"asynchronous file", "cleaner", "cleaner of many", "finalizer", "consumer", "process", "other process"})
    void noFalseAlarm(String thread) {
        Java.Result result = Java.run(List.of(), PROGRAM, thread);
        assertEquals("", result.err());
        assertTrue(result.out().endsWith("true\n"), result.out());
        assertEquals(0, result.status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"asynchronous file", "cleaner", "cleaner of many", "finalizer", "consumer", "process", "other process", "socket"})
    void whoHasNothingLeftToDoDoesNotHideADeadlock(String thread) {
        Java.Result result = Java.run(List.of(), PROGRAM, thread, "and then for nobody");
        assertTrue(result.out().endsWith("true\n"), result.out());
        assertTrue(result.err().startsWith("fatal error: all goroutines are asleep - deadlock!\n\ngoroutine main#1 [chan receive]"), result.err());
        assertEquals(2, result.status());
    }

    @Test
    void noFalseAlarmBeforeAConnection() throws IOException, InterruptedException {
        Process process = start(List.of(), "asynchronous socket");
        BufferedReader out = process.inputReader();
        int port = Integer.parseInt(out.readLine());
        assertFalse(process.waitFor(1, TimeUnit.SECONDS), () -> Java.finish(process).err());
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        assertEquals("true", out.readLine());
        assertEquals(0, process.waitFor());
    }

    /** It does not outlive a test that fails, nor keep it from failing. */
    private static Process start(List<String> options, String thread) throws IOException {
        Process process = Java.start(options, PROGRAM, thread);
        CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS).execute(process::destroyForcibly);
        return process;
    }

    /** It cannot be known then whether a generator has been abandoned. */
    @Test
    void noFalseAlarmWhereNoCollectionCanBeHad() throws IOException, InterruptedException {
        Process process = start(List.of("-XX:+DisableExplicitGC"), "consumer");
        BufferedReader out = process.inputReader();
        assertEquals("ready", out.readLine());
        assertFalse(process.waitFor(LOOK_SECONDS, TimeUnit.SECONDS), () -> Java.finish(process).err());
        // Collects all the same.
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process histogram = new ProcessBuilder(jcmd, "" + process.pid(), "GC.class_histogram")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        assertEquals(0, histogram.waitFor());
        assertEquals("true", out.readLine());
        assertEquals(0, process.waitFor());
    }
}
