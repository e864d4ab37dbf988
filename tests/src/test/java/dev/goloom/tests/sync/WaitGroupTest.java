package dev.goloom.tests.sync;

import static dev.goloom.Go.*;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.WaitGroup;
import dev.goloom.tests.support.States;
import dev.goloom.tests.support.Task;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A wait group waits until its counter is zero. */
class WaitGroupTest {
    @Test
    void waitsForAll() {
        WaitGroup group = new WaitGroup();
        AtomicInteger ended = new AtomicInteger();
        for (int i = 0; i < 1000; i++) {
            group.go(ended::incrementAndGet);
        }
        group.await();
        assertEquals(1000, ended.get());
        group.await();
    }

    @Test
    void zeroWakesEveryone() {
        WaitGroup group = new WaitGroup();
        group.add(2);
        List<Task> waiting = List.of(Task.startBlocked(group::await), Task.startBlocked(group::await));
        group.done();
        assertTrue(waiting.getFirst().thread().isAlive());
        group.done();
        waiting.forEach(Task::join);
    }

    @Test
    void belowZeroIsAnErrorAndChangesNothing() {
        WaitGroup group = new WaitGroup();
        assertThrows(IllegalStateException.class, group::done);
        group.add(1);
        assertThrows(IllegalStateException.class, () -> group.add(-2));
        assertThrows(IllegalStateException.class, () -> group.add(Integer.MAX_VALUE));
        group.done();
        group.await();
    }

    @Test
    void interruptedWait() {
        WaitGroup group = new WaitGroup();
        group.add(1);
        Task waiting = Task.startBlocked(group::await);
        waiting.interrupt();
        assertInstanceOf(CancellationException.class, waiting.thrown());
        assertTrue(waiting.wasInterrupted());
        group.done();
    }

    /** A waiter that stayed in the queue would keep its thread until the counter is zero. */
    @Test
    void interruptedWaitLeavesNothingBehind() {
        WaitGroup group = new WaitGroup();
        group.add(1);
        WeakReference<Thread> waiter = interrupted(group);
        States.awaitCollected("the waiter is gone", () -> waiter.refersTo(null));
        group.done();
    }

    private static WeakReference<Thread> interrupted(WaitGroup group) {
        Task task = Task.startBlocked(group::await);
        task.interrupt();
        assertInstanceOf(CancellationException.class, task.thrown());
        return new WeakReference<>(task.thread());
    }
}
