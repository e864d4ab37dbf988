package dev.goloom.tests.examples;

import static org.junit.jupiter.api.Assertions.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Each way of using a channel does what the slide says. */
@Execution(ExecutionMode.CONCURRENT)
class ChannelsTest {
    private static final Example EXAMPLE = new Example("Channels");

    private static final List<String> LINES = """
            unbuffered: len 0, cap 0
            buffered: len 0, cap 2
            recv: 1
            send: len 2
            trySend on a full channel: false
            recvOk: a, true
            tryRecv: b
            tryRecv on an empty channel: nothing
            select with a default: case 1
            range: c
            range: d
            recv on a closed channel: null
            recvOk on a closed channel: false
            nil: case 1
            """.lines().toList();

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
