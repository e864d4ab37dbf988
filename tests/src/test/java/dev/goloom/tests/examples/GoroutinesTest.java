package dev.goloom.tests.examples;

import static org.junit.jupiter.api.Assertions.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A hundred thousand goroutines share a handful of threads. */
@Execution(ExecutionMode.CONCURRENT)
class GoroutinesTest {
    private static final Example EXAMPLE = new Example("Goroutines");

    private static final int FEWER = 30;

    @Test
    void process() {
        assertShareThreads(100_000, EXAMPLE.run());
    }

    @Test
    void everySchedule() {
        EXAMPLE.explore(() -> EXAMPLE.call("goroutines", FEWER), lines -> assertShareThreads(FEWER, Line.texts(lines)));
    }

    private static void assertShareThreads(int count, List<String> lines) {
        assertEquals(count + " goroutines", lines.get(0));
        // A thread that is blocked may be replaced for a while, so there may be more than processors.
        int threads = Integer.parseInt(lines.get(1).replaceAll("^on (\\d+) threads$", "$1"));
        assertTrue(threads >= 1 && threads <= 64 + Runtime.getRuntime().availableProcessors(), lines.get(1));
        assertEquals("a stack of 5000 calls in one of them", lines.get(2));
        assertEquals(3, lines.size());
    }
}
