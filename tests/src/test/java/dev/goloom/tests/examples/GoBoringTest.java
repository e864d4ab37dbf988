package dev.goloom.tests.examples;

import static org.junit.jupiter.api.Assertions.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Main does not wait, and the program ends before anything is said. */
@Execution(ExecutionMode.CONCURRENT)
class GoBoringTest {
    private static final Example EXAMPLE = new Example("GoBoring");

    /** The goroutine may sleep for less than the JVM takes to end. */
    @Test
    void process() {
        List<String> lines = EXAMPLE.run();
        assertTrue(lines.isEmpty() || lines.equals(List.of("boring! 0")), lines.toString());
    }

    @Test
    void output() {
        EXAMPLE.assertPrintsExpected();
    }

    @Test
    void everySchedule() {
        EXAMPLE.explore(lines -> assertEquals(List.of(), lines));
    }
}
