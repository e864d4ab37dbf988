package dev.goloom.tests.conformance;

import static dev.goloom.Go.*;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import dev.goloom.tests.support.States;
import dev.goloom.tests.support.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** Operations that are over leave nothing in memory: {@code test/chan/select2.go}, {@code test/fixedbugs/issue9110.go}. */
class Select2Test {
    private static final int N = 100_000;

    /** Less than the smallest object would take, times what is done; what the JVM does meanwhile is far less. */
    private static final long MOST_BYTES = 16L * N / 2;

    private static void leavesNothing(Runnable work) {
        work.run();
        System.gc();
        long before = used();
        work.run();
        States.awaitCollected("the memory is free again", () -> used() < before + MOST_BYTES);
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** A hundred thousand selects that lose on one channel cost no memory: {@code select2.go}. */
    @Test
    void select2() {
        Chan<Integer> c = make();
        Chan<Integer> dummy = make();
        leavesNothing(() -> {
            Task sender = Task.start(() -> {
                for (int i = 0; i < N; i++) {
                    c.send(1);
                }
            });
            for (int i = 0; i < N; i++) {
                assertEquals(0, select(recv(c), recv(dummy)));
            }
            sender.join();
        });
        assertFalse(dummy.trySend(1));
    }

    /** Neither do as many operations that were interrupted: not in Go's test, as Go has no interrupts. */
    @Test
    void interruptedOperations() {
        Chan<Integer> c = make();
        leavesNothing(() -> {
            for (int i = 0; i < 4; i++) {
                Task.start(() -> {
                    Thread self = Thread.currentThread();
                    for (int n = 0; n < N / 20; n++) {
                        int how = n;
                        Task interrupter = Task.start(() -> {
                            States.awaitBlocked(self);
                            self.interrupt();
                        });
                        assertThrows(CancellationException.class, () -> wait(how, c));
                        assertTrue(Thread.interrupted());
                        interrupter.join();
                    }
                }).join();
            }
        });
        assertFalse(c.trySend(1));
        assertTrue(c.tryRecv().isEmpty());
    }

    private static void wait(int how, Chan<Integer> c) {
        switch (how % 3) {
            case 0 -> c.recv();
            case 1 -> select(recv(c), recv(make()));
            default -> select(recv(c));
        }
    }

    /** Waiters of selects with one channel in several arms are free once it is closed: {@code issue9110.go}. */
    @Test
    void issue9110() {
        leavesNothing(() -> {
            for (int i = 0; i < N / 100; i++) {
                Chan<Integer> c = make();
                List<Task> tasks = new ArrayList<>();
                for (int n = 0; n < 10; n++) {
                    tasks.add(Task.start(() -> select(recv(c), recv(c), recv(c))));
                }
                c.close();
                tasks.forEach(Task::join);
            }
        });
    }
}
