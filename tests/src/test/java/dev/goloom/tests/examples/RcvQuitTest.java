package dev.goloom.tests.examples;

import static org.junit.jupiter.api.Assertions.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Joe cleans up before main leaves. */
@Execution(ExecutionMode.CONCURRENT)
class RcvQuitTest {
    private static final Example EXAMPLE = new Example("RcvQuit");

    @Test
    void process() {
        assertCleansUp(EXAMPLE.run());
    }

    @Test
    void output() {
        EXAMPLE.assertPrintsExpected();
    }

    @Test
    void everySchedule() {
        EXAMPLE.explore(lines -> assertCleansUp(Line.texts(lines)));
    }

    private static void assertCleansUp(List<String> lines) {
        int said = lines.size() - 2;
        assertTrue(said >= 1 && said <= 10, lines.toString());
        assertEquals(Said.numbered("Joe", said), lines.subList(0, said));
        assertEquals(List.of("(Joe cleans up.)", "Joe says: \"See you!\""), lines.subList(said, said + 2));
    }
}
