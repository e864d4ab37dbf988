package dev.goloom.tests.examples;

import static org.junit.jupiter.api.Assertions.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Two generators in lock-step. */
@Execution(ExecutionMode.CONCURRENT)
class Generator2BoringTest {
    private static final Example EXAMPLE = new Example("Generator2Boring");

    private static final List<String> LINES = List.of("Joe 0", "Ann 0", "Joe 1", "Ann 1", "Joe 2", "Ann 2", "Joe 3", "Ann 3",
            "Joe 4", "Ann 4", "You're both boring; I'm leaving.");

    @Test
    void process() {
        assertEquals(LINES, EXAMPLE.run());
    }

    @Test
    void output() {
        EXAMPLE.assertPrintsExpected();
    }

    @Test
    void everySchedule() {
        EXAMPLE.explore(lines -> assertEquals(LINES, Line.texts(lines)));
    }
}
