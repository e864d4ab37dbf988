package dev.goloom.tests.examples;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.*;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Ten messages of two talkers, neither of whom waits for the other. */
@Execution(ExecutionMode.CONCURRENT)
class SelectBoringTest {
    private static final Example EXAMPLE = new Example("SelectBoring");

    @Test
    void process() {
        assertIsFanIn(EXAMPLE.run());
    }

    @Test
    void output() {
        EXAMPLE.assertPrintsExpected();
    }

    @Test
    void everySchedule() {
        Set<Long> ofJoe = new HashSet<>();
        EXAMPLE.explore(lines -> {
            assertIsFanIn(Line.texts(lines));
            Said.assertPauses("Joe", ofSeconds(1), lines);
            Said.assertPauses("Ann", ofSeconds(1), lines);
            ofJoe.add(Line.texts(lines).stream().filter(line -> line.startsWith("Joe")).count());
        });
        // In lock-step each would say five; nobody waits for the other.
        assertTrue(ofJoe.size() > 2, ofJoe.toString());
    }

    private static void assertIsFanIn(List<String> lines) {
        assertEquals(11, lines.size());
        assertEquals("You're both boring; I'm leaving.", lines.getLast());
        assertTrue(lines.subList(0, 10).stream().allMatch(line -> line.matches("(Joe|Ann) \\d")), lines.toString());
        Said.assertInOrder("Joe", lines);
        Said.assertInOrder("Ann", lines);
    }
}
