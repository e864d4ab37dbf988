package dev.goloom.tests.conformance;

import static dev.goloom.Go.*;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import dev.goloom.Received;
import dev.goloom.tests.support.Task;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The basic promises of a channel, at every capacity: {@code TestChan} of {@code src/runtime/chan_test.go}. */
class RuntimeChanTest {
    /** A receive from an empty channel blocks, and one that only tries does not. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 7, 19, 200})
    void receiveFromEmpty(int capacity) {
        Chan<Integer> c = make(capacity);
        Task first = Task.startBlocked(c::recv);
        Task second = Task.startBlocked(c::recvOk);
        assertEquals(1, select(recv(c), DEFAULT));
        assertEquals(Optional.empty(), c.tryRecv());
        c.send(0);
        c.send(0);
        first.join();
        second.join();
    }

    /** A send to a full channel blocks, and one that only tries does not. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 7, 19, 200})
    void sendToFull(int capacity) {
        Chan<Integer> c = filled(capacity);
        Task sender = Task.startBlocked(() -> c.send(-1));
        assertEquals(1, select(send(c, 0), DEFAULT));
        assertFalse(c.trySend(0));
        assertEquals(capacity == 0 ? -1 : 0, c.recv());
        sender.join();
        assertEquals(capacity, c.len());
    }

    private static Chan<Integer> filled(int capacity) {
        Chan<Integer> c = make(capacity);
        for (int i = 0; i < capacity; i++) {
            c.send(i);
        }
        return c;
    }

    /** What was sent before the close is received, and then the zero value, which says so. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 7, 19, 200})
    void receiveFromClosed(int capacity) {
        Chan<Integer> c = filled(capacity);
        c.close();
        for (int i = 0; i < capacity; i++) {
            assertEquals(i, c.recv());
        }
        assertNull(c.recv());
        assertEquals(new Received<>(null, false), c.recvOk());
    }

    /** A close wakes those who wait to receive. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 7, 19, 200})
    void closeUnblocksReceive(int capacity) {
        Chan<Integer> c = make(capacity);
        List<Task> receivers = List.of(
                Task.startBlocked(() -> assertEquals(new Received<>(null, false), c.recvOk())),
                Task.startBlocked(() -> assertNull(c.recv())));
        c.close();
        receivers.forEach(Task::join);
    }

    /** A hundred elements arrive as they were sent. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 7, 19, 200})
    void fifo(int capacity) {
        Chan<Integer> c = make(capacity);
        for (boolean ok : new boolean[] {false, true}) {
            Task sender = Task.start(() -> {
                for (int i = 0; i < 100; i++) {
                    c.send(i);
                }
            });
            for (int i = 0; i < 100; i++) {
                assertEquals(i, ok ? c.recvOk().value() : c.recv());
            }
            sender.join();
        }
    }

    /** Four senders and four receivers exchange all elements, none lost and none twice. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 7, 19, 200})
    void manyToMany(int capacity) {
        int parties = 4;
        int each = 1000;
        Chan<Integer> c = make(capacity);
        Chan<Map<Integer, Integer>> done = make();
        List<Task> tasks = new ArrayList<>();
        for (int p = 0; p < parties; p++) {
            tasks.add(Task.start(() -> {
                for (int i = 0; i < each; i++) {
                    c.send(i);
                }
            }));
            tasks.add(Task.start(() -> {
                Map<Integer, Integer> times = new HashMap<>();
                for (int i = 0; i < each; i++) {
                    times.merge(c.recv(), 1, Integer::sum);
                }
                done.send(times);
            }));
        }
        Map<Integer, Integer> all = new HashMap<>();
        for (int p = 0; p < parties; p++) {
            done.recv().forEach((element, times) -> all.merge(element, times, Integer::sum));
        }
        assertEquals(each, all.size());
        assertTrue(all.values().stream().allMatch(times -> times == parties));
        tasks.forEach(Task::join);
    }

    /** The length counts what is buffered, the capacity never changes. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 7, 19, 200})
    void lenAndCap(int capacity) {
        Chan<Integer> c = make(capacity);
        assertEquals(List.of(0, capacity), List.of(c.len(), c.cap()));
        for (int i = 0; i < capacity; i++) {
            c.send(i);
            assertEquals(List.of(i + 1, capacity), List.of(c.len(), c.cap()));
        }
    }
}
