package dev.goloom.tests.chan;

import static dev.goloom.Go.*;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import dev.goloom.Go;
import dev.goloom.tests.support.States;
import dev.goloom.tests.support.Task;
import java.lang.ref.WeakReference;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a channel and its exceptions keep reachable of those who have waited there. */
class ReachabilityTest {
    /** A waiter that stayed in the queue would keep its thread for as long as nothing is sent. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void interruptedOperationsLeaveNothingBehind(int capacity) {
        Chan<Integer> c = make(capacity);
        WeakReference<Thread> receiver = interrupted(c::recv);
        States.awaitCollected("the receiver is gone", () -> receiver.refersTo(null));
        for (int i = 0; i < capacity; i++) {
            c.send(i);
        }
        WeakReference<Thread> sender = interrupted(() -> c.send(7));
        States.awaitCollected("the sender is gone", () -> sender.refersTo(null));
        assertEquals(capacity, c.len());
    }

    @Test
    void anExceptionKeepsNoThread() {
        Chan<Integer> c = make();
        Task task = Task.startBlocked(c::recv);
        task.interrupt();
        Throwable thrown = task.thrown();
        WeakReference<Thread> thread = new WeakReference<>(task.thread());
        task = null;
        States.awaitCollected("the thread is gone", () -> thread.refersTo(null));
        assertInstanceOf(CancellationException.class, thrown);
    }

    private static WeakReference<Thread> interrupted(Go.Body operation) {
        Task task = Task.startBlocked(operation);
        task.interrupt();
        assertInstanceOf(CancellationException.class, task.thrown());
        return new WeakReference<>(task.thread());
    }
}
