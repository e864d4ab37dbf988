package dev.goloom.tests.conformance;

import static dev.goloom.Go.*;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import dev.goloom.tests.support.Task;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Channels are first in, first out: {@code test/chan/fifo.go}. */
class FifoTest {
    private static final int N = 10;

    /** Elements leave a buffer in the order in which they were put in: {@code AsynchFifo}. */
    @Test
    void asynchFifo() {
        Chan<Integer> c = make(N);
        for (int i = 0; i < N; i++) {
            c.send(i);
        }
        for (int i = 0; i < N; i++) {
            assertEquals(i, c.recv());
        }
    }

    /** Goroutines that receive in turn, each started by the one before, see the elements in the order sent: {@code SynchFifo}. */
    @Test
    void synchFifo() {
        Chan<Integer> c = make();
        Chan<Integer> start = make();
        Chan<Integer> turn = start;
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < N; i++) {
            int expected = i;
            Chan<Integer> in = turn;
            Chan<Integer> out = make();
            tasks.add(Task.start(() -> {
                in.recv();
                assertEquals(expected, c.recv());
                out.send(1);
            }));
            turn = out;
        }
        start.send(0);
        for (int i = 0; i < N; i++) {
            c.send(i);
        }
        turn.recv();
        tasks.forEach(Task::join);
    }

    /** The same across the end of the ring buffer, at every fill: not in Go's test. */
    @Test
    void ringBufferWraps() {
        for (int capacity = 1; capacity <= 8; capacity++) {
            for (int fill = 1; fill <= capacity; fill++) {
                Chan<Integer> c = make(capacity);
                int in = 0;
                int out = 0;
                for (int i = 0; i < fill; i++) {
                    c.send(in++);
                }
                for (int i = 0; i < 3 * capacity; i++) {
                    assertEquals(out++, c.recv());
                    c.send(in++);
                }
                assertEquals(fill, c.len());
            }
        }
    }
}
