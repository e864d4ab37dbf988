package dev.goloom.tests.program;

import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.tests.support.Java;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A program with a main of its own ends as any Java program does, and nothing is lost in it. */
class OwnMainTest {
    private static Java.Result run(String program) {
        return Java.run(List.of(), "dev.goloom.tests.program.OwnMain", program);
    }

    @Test
    void failureThatNobodyReceivedIsReportedAtTheEnd() {
        Java.Result result = run("unreceived");
        assertEquals(0, result.status());
        assertEquals("1\n", result.out());
        assertTrue(result.err().matches("(?s)failure that nobody received, of chan#\\d+ \\(cap 0, len 0\\), closed by fails#1:"
                + " java.io.IOException: from a generator\n\tat .*OwnMain\\.fails.*"), result.err());
    }

    @Test
    void exceptionsGoToTheUncaughtExceptionHandler() {
        assertEquals(new Java.Result(0, "panics#1: java.io.IOException: from a goroutine\n", ""), run("throws"));
    }
}
