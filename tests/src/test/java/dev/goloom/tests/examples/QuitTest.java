package dev.goloom.tests.examples;

import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Go;
import dev.goloom.Goroutines;
import dev.goloom.Synctest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Joe stops when he is told to. */
@Execution(ExecutionMode.CONCURRENT)
class QuitTest {
    private static final Example EXAMPLE = new Example("Quit");

    @Test
    void process() {
        assertJoeTalks(EXAMPLE.run());
    }

    @Test
    void output() {
        EXAMPLE.assertPrintsExpected();
    }

    @Test
    void everySchedule() {
        Go.Body untilJoeHasStopped = () -> {
            EXAMPLE.main().run();
            Synctest.await();
            assertEquals(1, Goroutines.count());
        };
        EXAMPLE.explore(untilJoeHasStopped, lines -> assertJoeTalks(Line.texts(lines)));
    }

    private static void assertJoeTalks(List<String> lines) {
        assertTrue(lines.size() >= 1 && lines.size() <= 10, lines.toString());
        assertEquals(Said.numbered("Joe", lines.size()), lines);
    }
}
