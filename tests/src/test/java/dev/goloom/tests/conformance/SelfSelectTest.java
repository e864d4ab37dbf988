package dev.goloom.tests.conformance;

import static dev.goloom.Go.*;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import dev.goloom.tests.support.Task;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One channel in several arms of a select: {@code TestSelfSelect}, {@code TestSelectDuplicateChannel} of
 * {@code src/runtime/chan_test.go}.
 */
class SelfSelectTest {
    /** Two goroutines that send and receive in one select meet each other, never themselves: {@code TestSelfSelect}. */
    @ParameterizedTest
    @ValueSource(ints = {0, 10})
    void selfSelect(int capacity) {
        Chan<Integer> c = make(capacity);
        List<Task> tasks = new ArrayList<>();
        for (int p = 0; p < 2; p++) {
            int self = p;
            tasks.add(Task.start(() -> {
                for (int i = 0; i < 10_000; i++) {
                    var r = recv(c);
                    boolean received = self == 0 || i % 2 == 0 ? select(send(c, self), r) == 1 : select(r, send(c, self)) == 0;
                    assertFalse(received && capacity == 0 && r.value() == self, "received from itself");
                }
            }));
        }
        tasks.forEach(Task::join);
    }

    /** A select that waits twice in a queue leaves it whole when it is done elsewhere: {@code TestSelectDuplicateChannel}. */
    @Test
    void selectDuplicateChannel() {
        Chan<Integer> c = make();
        Chan<Integer> d = make();
        Task a = Task.startBlocked(() -> assertEquals(2, select(recv(c), recv(c), recv(d))));
        Task b = Task.startBlocked(() -> assertEquals(8, c.recv()));
        d.send(7);
        a.join();
        c.send(8);
        b.join();
        assertFalse(c.trySend(9));
    }

    /** The same with both ends in every place of the queue: not in Go's test. */
    @Test
    void everyPlaceInTheQueue() {
        for (int before = 0; before < 3; before++) {
            for (int after = 0; after < 3; after++) {
                Chan<Integer> c = make();
                Chan<Integer> d = make();
                List<Task> waiting = new ArrayList<>();
                for (int i = 0; i < before; i++) {
                    waiting.add(Task.startBlocked(c::recv));
                }
                Task selector = Task.startBlocked(() -> select(recv(c), recv(d), recv(c), recv(c)));
                for (int i = 0; i < after; i++) {
                    waiting.add(Task.startBlocked(c::recv));
                }
                d.send(0);
                selector.join();
                for (int i = 0; i < before + after; i++) {
                    assertTrue(c.trySend(i));
                }
                assertFalse(c.trySend(-1));
                waiting.forEach(Task::join);
            }
        }
    }
}
