package dev.goloom.tests.conformance;

import static dev.goloom.Go.*;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import dev.goloom.Goroutines;
import dev.goloom.WaitGroup;
import dev.goloom.tests.support.States;
import dev.goloom.tests.support.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * Nothing is lost if memory is collected and stacks are walked while goroutines park and are woken, with deep stacks and
 * shallow ones in turn. In Go stacks shrink at that moment; on the JVM they move between a carrier and the heap:
 * {@code TestShrinkStackDuringBlockedSend}, {@code TestNoShrinkStackWhileParking}, {@code TestSelectStackAdjust} and
 * {@code TestChanSendBarrier} of {@code src/runtime/chan_test.go} and {@code chanbarrier_test.go}.
 */
class BlockedStackTest {
    private static int deep(int frames) {
        return frames == 0 ? 0 : 1 + deep(frames - 1);
    }

    private static int deepSend(int frames, Chan<Integer> c, int element) {
        if (frames == 0) {
            c.send(element);
            return 0;
        }
        return 1 + deepSend(frames - 1, c, element);
    }

    /** A sender blocked deep in its stack goes on after a collection and a dump: {@code TestShrinkStackDuringBlockedSend}. */
    @Test
    void shrinkStackDuringBlockedSend() {
        Chan<Integer> c = make();
        int n = 10;
        Task sender = Task.start(() -> {
            for (int i = 0; i < n; i++) {
                assertEquals(20 * i, deepSend(20 * i, c, i));
                deep(2000);
            }
        });
        for (int i = 0; i < n; i++) {
            States.awaitBlocked(sender.thread());
            System.gc();
            assertTrue(sender.thread().getStackTrace().length > 20 * i);
            assertEquals(i, c.recv());
        }
        sender.join();
    }

    /** Senders and receivers that are about to park are walked and collected under: {@code TestNoShrinkStackWhileParking}. */
    @Test
    void noShrinkStackWhileParking() {
        AtomicBoolean stop = new AtomicBoolean();
        List<Thread> watched = new ArrayList<>();
        List<Task> tasks = new ArrayList<>();
        int n = 2_000;
        for (int pair = 0; pair < 4; pair++) {
            Chan<Integer> c = make();
            Chan<Integer> other = make();
            tasks.add(Task.start(() -> {
                for (int i = 0; i < n; i++) {
                    deepSend(i % 50, c, i);
                    deep(i % 500);
                }
            }));
            tasks.add(Task.start(() -> {
                for (int i = 0; i < n; i++) {
                    var r = recv(c);
                    assertEquals(0, select(r, recv(other)));
                    assertEquals(i, r.value());
                }
            }));
        }
        tasks.forEach(task -> watched.add(task.thread()));
        Task watcher = Task.startPlatform(() -> {
            for (int i = 0; !stop.get(); i++) {
                watched.get(i % watched.size()).getStackTrace();
                if (i % 50 == 0) {
                    System.gc();
                    Goroutines.dump();
                }
            }
        });
        tasks.forEach(Task::join);
        stop.set(true);
        watcher.join();
    }

    /**
     * What a select that waits refers to is still there after collections, and only the arm that ran has a value:
     * {@code TestSelectStackAdjust}.
     */
    @Test
    void selectStackAdjust() {
        Chan<int[]> c = make();
        Chan<int[]> d = make();
        List<Task> selectors = new ArrayList<>();
        for (boolean twice : new boolean[] {false, true}) {
            selectors.add(Task.startBlocked(() -> {
                deep(1000);
                int[] mine = {42};
                var first = recv(c);
                var closed = recv(d);
                int chosen = twice ? select(first, recv(c), closed, recv(d)) : select(first, recv(null), closed, recv(null));
                assertTrue(chosen >= 2);
                assertThrows(IllegalStateException.class, first::value);
                assertEquals(42, mine[0]);
            }));
        }
        System.gc();
        d.close();
        selectors.forEach(Task::join);
    }

    /**
     * What was sent is seen whole by the receiver, however much is collected meanwhile: {@code TestChanSendBarrier},
     * {@code TestChanSendSelectBarrier}.
     */
    @Test
    void chanSendBarrier() {
        record Response(Object body, Exception failure) {}
        WaitGroup group = new WaitGroup();
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        for (int outer = 0; outer < 20; outer++) {
            boolean useSelect = outer % 2 == 0;
            group.go(() -> {
                for (int i = 0; i < 2_000; i++) {
                    Chan<Response> c = make();
                    Chan<Void> done = make();
                    go(() -> {
                        Response response = new Response(new byte[1 << 10], new Exception());
                        if (useSelect) {
                            select(send(c, response), recv(done));
                        } else {
                            c.send(response);
                        }
                    });
                    Response received = c.recv();
                    gosched();
                    if (received.failure() == null || ((byte[]) received.body()).length != 1 << 10) {
                        failures.add(new AssertionError(received.toString()));
                    }
                }
            });
        }
        group.await();
        assertEquals(List.of(), failures);
    }
}
