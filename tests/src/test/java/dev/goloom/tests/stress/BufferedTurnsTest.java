package dev.goloom.tests.stress;

import static dev.goloom.Go.*;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import dev.goloom.ChannelFailedException;
import dev.goloom.Go;
import dev.goloom.tests.stress.Waiting.Outcome;
import dev.goloom.tests.support.Practised;
import dev.goloom.tests.support.Stress;
import dev.goloom.tests.support.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What happens to a goroutine that has found a buffer full, or empty, and pauses before it parks: the channel ends, it is
 * interrupted, there is room again or an element. It sends, receives or selects; the one who disturbs it runs on the other
 * processor, some pauses later.
 */
class BufferedTurnsTest {
    private static final int CAPACITY = 16;

    /** What each of several sends. */
    private static final int ELEMENTS = 2_000;

    @Test
    void theChannelEnds() {
        Stress.run("BufferedTurnsTest, ends", 2, seed -> {
            SplittableRandom random = new SplittableRandom(seed);
            boolean sends = random.nextBoolean();
            Chan<Integer> c = fullOrEmpty(sends);
            End end = End.any(random);
            Outcome[] outcome = new Outcome[1];
            Go.Body operation = random.nextBoolean() ? plain(c, sends) : selecting(c, sends);
            Pair pair = new Pair(random, () -> outcome[0] = Outcome.of(operation), first -> end.happen(c));
            pair.join();
            assertEquals(end.of(sends), outcome[0]);
            if (end != End.CANCEL) {
                assertEquals(sends ? numbers(0, CAPACITY) : List.of(), drained(c), "what was sent before the end is received");
            }
            if (end == End.FAIL) {
                // Received, so that nobody reports it.
                assertThrows(ChannelFailedException.class, c::recv);
            }
            return 2;
        });
    }

    /** An interrupted operation has happened, or it has not. */
    @Test
    void anInterrupt() {
        Stress.run("BufferedTurnsTest, interrupt", 2, seed -> {
            SplittableRandom random = new SplittableRandom(seed);
            boolean sends = random.nextBoolean();
            Chan<Integer> c = fullOrEmpty(sends);
            Outcome[] outcome = new Outcome[1];
            Go.Body operation = random.nextBoolean() ? plain(c, sends) : selecting(c, sends);
            boolean interruptsFirst = random.nextBoolean();
            Pair pair = new Pair(random, () -> outcome[0] = Outcome.of(operation), first -> {
                if (interruptsFirst) {
                    first.interrupt();
                }
                if (sends) {
                    assertEquals(0, c.recv());
                } else {
                    c.send(CAPACITY);
                }
                first.interrupt();
            });
            pair.join();
            boolean happened = outcome[0] == Outcome.RETURNED;
            if (!happened) {
                assertEquals(Outcome.INTERRUPTED, outcome[0]);
                assertTrue(interruptsFirst, "an operation that need not wait is not interrupted");
            }
            int last = happened ? CAPACITY : CAPACITY - 1;
            assertEquals(sends ? numbers(1, last + 1) : happened ? List.of() : List.of(CAPACITY), drained(c));
            return 2;
        });
    }

    /** Several on each side of two channels, all of them by select, take turns: every element is received, and once. */
    @Test
    void nothingIsLost() {
        Stress.run("BufferedTurnsTest, nothing is lost", 2, seed -> {
            Chan<Integer> a = Practised.chan(CAPACITY);
            Chan<Integer> b = Practised.chan(CAPACITY);
            Set<Integer> received = ConcurrentHashMap.newKeySet();
            List<Task> tasks = new ArrayList<>();
            for (int k = 0; k < 2; k++) {
                int first = k * ELEMENTS;
                tasks.add(Task.start(() -> {
                    for (int i = first; i < first + ELEMENTS; i++) {
                        select(send(a, i), send(b, i));
                    }
                }));
                tasks.add(Task.start(() -> {
                    for (int i = 0; i < ELEMENTS; i++) {
                        var fromA = recv(a);
                        var fromB = recv(b);
                        int element = select(fromA, fromB) == 0 ? fromA.value() : fromB.value();
                        assertTrue(received.add(element), () -> element + " is received twice");
                    }
                }));
            }
            tasks.forEach(Task::join);
            assertEquals(2 * ELEMENTS, received.size());
            assertEquals(0, a.len() + b.len());
            return 4 * ELEMENTS;
        });
    }

    private static Chan<Integer> fullOrEmpty(boolean full) {
        Chan<Integer> c = Practised.chan(CAPACITY);
        for (int i = 0; full && i < CAPACITY; i++) {
            c.send(i);
        }
        return c;
    }

    private static Go.Body plain(Chan<Integer> c, boolean sends) {
        return sends ? () -> c.send(CAPACITY) : c::recv;
    }

    private static Go.Body selecting(Chan<Integer> c, boolean sends) {
        Chan<Integer> never = make();
        return () -> assertEquals(1, select(recv(never), sends ? send(c, CAPACITY) : recv(c)));
    }

    private static List<Integer> numbers(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    /** What can be received without waiting. */
    private static List<Integer> drained(Chan<Integer> c) {
        List<Integer> elements = new ArrayList<>();
        while (c.len() > 0) {
            elements.add(c.recv());
        }
        return elements;
    }
}
