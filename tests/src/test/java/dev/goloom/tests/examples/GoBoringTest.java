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

    @Test
    void process() {
        assertEquals(List.of(), EXAMPLE.run());
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
