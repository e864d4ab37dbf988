package dev.goloom.tests.program;

import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.tests.support.Java;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program that has a context for it is told of a signal that ends the JVM, and of nothing else. */
class InterruptTest {
    private static final String GENERATED_MAIN = "dev.goloom.tests.program.InterruptibleGo";
    private static final String OWN_MAIN = "dev.goloom.tests.program.InterruptibleOwnMain";

    /** What the JVM ends with after SIGTERM. */
    private static final int TERMINATED = 128 + 15;

    /** A program that is waited for in vain takes ten seconds. */
    private static final Duration NOT_WAITED_FOR = Duration.ofSeconds(8);

    private Process process;

    @AfterEach
    void kill() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    private Java.Result terminate(String type, String program) throws IOException {
        process = Java.start(List.of(), type, program);
        StringBuilder ready = new StringBuilder();
        for (int c = process.getInputStream().read(); c != '\n'; c = process.getInputStream().read()) {
            ready.append((char) c);
        }
        assertEquals("ready", ready.toString());
        // Not the process's own destroy, which closes what is still to be read.
        process.toHandle().destroy();
        return assertTimeout(NOT_WAITED_FOR, () -> Java.finish(process));
    }

    @ParameterizedTest
    @ValueSource(strings = {GENERATED_MAIN, OWN_MAIN})
    void mainHasTheTimeToReturn(String type) throws IOException {
        assertEquals(new Java.Result(TERMINATED, "interrupted\ncleaned up\n", ""), terminate(type, "returns"));
    }

    @Test
    void whereMainHasReturnedTheThreadThatAskedHasTheTime() throws IOException {
        assertEquals(new Java.Result(TERMINATED, "interrupted\ncleaned up\n", ""), terminate(OWN_MAIN, "leaves"));
    }

    @Test
    void aPanicIsNotWaitedFor() throws IOException {
        Java.Result result = terminate(GENERATED_MAIN, "panics");
        assertEquals(TERMINATED, result.status());
        assertTrue(result.err().startsWith("panic: java.lang.IllegalStateException: from a cleanup\n\ngoroutine panics#"), result.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {GENERATED_MAIN, OWN_MAIN})
    void anExitIsNoSignal(String type) {
        assertEquals(new Java.Result(3, "", ""), assertTimeout(NOT_WAITED_FOR, () -> Java.run(List.of(), type, "exits")));
    }

    @Test
    void theEndOfMainIsNoSignal() {
        assertEquals(new Java.Result(0, "null\n", ""), Java.run(List.of(), OWN_MAIN, "ends"));
    }
}
