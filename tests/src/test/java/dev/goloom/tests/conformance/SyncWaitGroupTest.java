package dev.goloom.tests.conformance;

import static dev.goloom.Go.*;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import dev.goloom.Synctest;
import dev.goloom.WaitGroup;
import dev.goloom.tests.support.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Wait groups: {@code src/sync/waitgroup_test.go}. */
class SyncWaitGroupTest {
    /**
     * Two groups make a barrier: nobody passes before the second is done, everybody after, and both can be used again:
     * {@code TestWaitGroup}.
     */
    @Test
    void waitGroup() {
        WaitGroup first = new WaitGroup();
        WaitGroup second = new WaitGroup();
        for (int round = 0; round < 8; round++) {
            barrier(first, second);
        }
    }

    private static void barrier(WaitGroup first, WaitGroup second) {
        int n = 16;
        first.add(n);
        second.add(n);
        Chan<Boolean> exited = make(n);
        for (int i = 0; i < n; i++) {
            go(() -> {
                first.done();
                second.await();
                exited.send(true);
            });
        }
        first.await();
        for (int i = 0; i < n; i++) {
            assertTrue(exited.tryRecv().isEmpty(), "released too soon");
            second.done();
        }
        for (int i = 0; i < n; i++) {
            exited.recv();
        }
    }

    /** One done too many is an error: {@code TestWaitGroupMisuse}. */
    @Test
    void waitGroupMisuse() {
        WaitGroup group = new WaitGroup();
        group.add(1);
        group.done();
        assertTrue(assertThrows(IllegalStateException.class, group::done).getMessage().contains("negative WaitGroup counter"));
    }

    /** A wait returns when all are done and never sooner: {@code TestWaitGroupRace}. */
    @Test
    void waitGroupRace() {
        for (int i = 0; i < 20_000; i++) {
            race();
        }
        Synctest.explore(200, SyncWaitGroupTest::race);
    }

    private static void race() {
        WaitGroup group = new WaitGroup();
        AtomicInteger n = new AtomicInteger();
        for (int i = 0; i < 2; i++) {
            group.add(1);
            go(() -> {
                n.incrementAndGet();
                group.done();
            });
        }
        group.await();
        assertEquals(2, n.get());
    }

    /** Any number may wait at the same time, on threads of both kinds. */
    @Test
    void manyWaiters() {
        WaitGroup group = new WaitGroup();
        group.add(1);
        List<Task> waiters = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            waiters.add(i % 2 == 0 ? Task.startBlocked(group::await) : Task.startPlatform(group::await));
        }
        assertTrue(waiters.getFirst().thread().isAlive());
        group.done();
        waiters.forEach(Task::join);
    }

    /** {@code go} counts, also a body that ends with a failure: {@code TestWaitGroupGo} of Go 1.25. */
    @Test
    void waitGroupGo() {
        WaitGroup group = new WaitGroup();
        AtomicInteger i = new AtomicInteger();
        group.go(i::incrementAndGet);
        group.await();
        assertEquals(1, i.get());
        Chan<Integer> cancelled = make();
        cancelled.cancel();
        group.go(cancelled::recv);
        group.await();
    }
}
