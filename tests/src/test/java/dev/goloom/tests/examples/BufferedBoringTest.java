package dev.goloom.tests.examples;

import static org.junit.jupiter.api.Assertions.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Three messages fit into the buffer; the next waits for a receive. */
@Execution(ExecutionMode.CONCURRENT)
class BufferedBoringTest {
    private static final Example EXAMPLE = new Example("BufferedBoring");

    @Test
    void process() {
        assertFillsTheBuffer(EXAMPLE.run());
    }

    @Test
    void output() {
        EXAMPLE.assertPrintsExpected();
    }

    @Test
    void everySchedule() {
        EXAMPLE.explore(lines -> assertFillsTheBuffer(Line.texts(lines)));
    }

    private static void assertFillsTheBuffer(List<String> lines) {
        assertEquals(List.of("sent boring! 0", "sent boring! 1", "sent boring! 2",
                "The buffer holds 3 of 3; nothing was received yet."), lines.subList(0, 4));
        assertEquals(Said.numbered("received boring!", 6), lines.stream().filter(line -> line.startsWith("received")).toList());
        Said.assertInOrder("sent boring!", lines);
        assertEquals("You're boring; I'm leaving.", lines.getLast());
    }
}
