package dev.goloom.tests.examples;

import static org.junit.jupiter.api.Assertions.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Two talkers in lock-step, whoever is first in a round. */
@Execution(ExecutionMode.CONCURRENT)
class RestoreSequencingTest {
    private static final Example EXAMPLE = new Example("RestoreSequencing");

    @Test
    void process() {
        assertIsInLockStep(EXAMPLE.run());
    }

    @Test
    void output() {
        EXAMPLE.assertPrintsExpected();
    }

    @Test
    void everySchedule() {
        EXAMPLE.explore(lines -> assertIsInLockStep(Line.texts(lines)));
    }

    private static void assertIsInLockStep(List<String> lines) {
        assertEquals(11, lines.size());
        for (int i = 0; i < 5; i++) {
            assertEquals(List.of("Ann " + i, "Joe " + i), lines.subList(2 * i, 2 * i + 2).stream().sorted().toList());
        }
        assertEquals("You're both boring; I'm leaving.", lines.getLast());
    }
}
