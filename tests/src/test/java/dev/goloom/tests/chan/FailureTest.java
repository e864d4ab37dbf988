package dev.goloom.tests.chan;

import static dev.goloom.Go.make;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import dev.goloom.Go;
import dev.goloom.Synctest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A failure that nobody received is reported; one that found no place, as the channel was cancelled before, is not. */
class FailureTest {
    @Test
    void failureThatNobodyReceived() {
        assertTrue(reported(() -> {
            Chan<Integer> c = make();
            c.close(new Exception("lost"));
        }).startsWith("failure that nobody received, of chan#1 (cap 0, len 0), closed by main#1: java.lang.Exception: lost\n"));
    }

    @Test
    void closeOfACancelledChannelDoesNothing() {
        assertEquals("", reported(() -> {
            Chan<Integer> c = make();
            c.cancel();
            c.close(new Exception("late"));
        }));
    }

    /** What the body, in a world of its own, leaves on standard error. */
    private static String reported(Go.Body body) {
        PrintStream before = System.err;
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        System.setErr(new PrintStream(text, true, StandardCharsets.UTF_8));
        try {
            Synctest.run(body);
        } finally {
            System.setErr(before);
        }
        return text.toString(StandardCharsets.UTF_8);
    }
}
