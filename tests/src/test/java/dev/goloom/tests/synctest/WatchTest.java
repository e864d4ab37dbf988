package dev.goloom.tests.synctest;

import static dev.goloom.Go.*;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import dev.goloom.Go;
import dev.goloom.Synctest;
import dev.goloom.tests.support.Task;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

/** A run returns whatever a goroutine does outside the runtime, and says what that was. */
class WatchTest {
    /** All at the same time, as each takes its three seconds. */
    @Test
    void blockedOutsideTheRuntime() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        lock.lock();
        Object monitor = new Object();
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            synchronized (monitor) {
                Task inLock = failing("WAITING", "ReentrantLock.lock(", lock::lock);
                Task inSleep = failing("TIMED_WAITING", "Thread.sleep(", () -> Thread.sleep(Long.MAX_VALUE));
                Task inAccept = failing("WAITING", "ServerSocket.accept(", server::accept);
                Task inFuture = failing("WAITING", "CompletableFuture.join(", new CompletableFuture<Integer>()::join);
                Task inMonitor = failing("BLOCKED", "WatchTest.java", () -> {
                    synchronized (monitor) {
                        fail("the test has it");
                    }
                });
                for (Task task : new Task[] {inLock, inSleep, inAccept, inFuture, inMonitor}) {
                    task.join();
                }
            }
        }
    }

    private static Task failing(String state, String frame, Go.Body blocks) {
        return Task.start(() -> {
            AssertionError failure = assertThrows(AssertionError.class, () -> Synctest.run(() -> {
                go(blocks);
                make().recv();
            }));
            String report = failure.getMessage();
            assertTrue(report.startsWith("goroutine func#2 has been blocked outside the runtime for 3 s: in a lock, in I/O or in a"
                    + " sleep of the JDK's."), report);
            assertTrue(report.contains("\n\ngoroutine func#2 [" + state + "], started by main#1:\n"), report);
            assertTrue(report.contains(frame), report);
        });
    }

    /** What is over in time does no harm: the others wait. */
    @Test
    void blockedForAShortWhile() {
        Synctest.run(() -> {
            Chan<Integer> c = make();
            go(() -> c.send(CompletableFuture.supplyAsync(() -> 1).join()));
            assertEquals(1, c.recv());
        });
    }

    @Test
    void allOthersUnwind() {
        CompletableFuture<String> unwound = new CompletableFuture<>();
        assertThrows(AssertionError.class, () -> Synctest.run(() -> {
            go(() -> {
                try {
                    make().recv();
                } catch (CancellationException e) {
                    unwound.complete(e.getMessage());
                }
            });
            Synctest.await();
            new CompletableFuture<Integer>().join();
        }));
        assertEquals("the Synctest is ending: its operation interrupted", unwound.join());
    }

    /** This one takes its half minute. */
    @Test
    void busyLoop() {
        AssertionError failure = assertThrows(AssertionError.class, () -> Synctest.run(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
        }));
        String report = failure.getMessage();
        assertTrue(report.startsWith("goroutine main#1 has been running for 30 s without an operation of the runtime: a busy loop"), report);
        assertTrue(report.contains("\n\ngoroutine main#1 [RUNNABLE]:\n"), report);
        assertTrue(report.contains("WatchTest.java"), report);
    }

    @Test
    void lookingAgainAndAgainForWhatOnlyTimeCanBring() {
        AssertionError failure = assertThrows(AssertionError.class, () -> Synctest.run(() -> {
            var timer = after(Duration.ofSeconds(1));
            while (timer.tryRecv().isEmpty()) {
                gosched();
            }
        }));
        assertTrue(failure.getMessage().startsWith("10000000 operations, and no time has passed: "), failure.getMessage());
        assertTrue(failure.getMessage().contains("\n\ngoroutine main#1 [runnable]:\n\tat "), failure.getMessage());
    }

    @Test
    void goingOnForEverAfterTheBodyHasReturned() {
        AssertionError failure = assertThrows(AssertionError.class, () -> Synctest.run(() -> go(() -> {
            for (;;) {
                gosched();
            }
        })));
        assertTrue(failure.getMessage().startsWith("10000000 operations since the body returned: "), failure.getMessage());
    }

    /** A goroutine that does not come back while the world ends after a failure does not hide the failure. */
    @Test
    void failureComesFirst() {
        AssertionError failure = assertThrows(AssertionError.class, () -> Synctest.run(() -> {
            go(() -> {
                try {
                    make().recv();
                } finally {
                    Thread.interrupted();
                    new CompletableFuture<Integer>().join();
                }
            });
            Synctest.await();
            throw new Exception("first");
        }));
        assertTrue(failure.getMessage().startsWith("panic: java.lang.Exception: first\n"), failure.getMessage());
        assertTrue(failure.getSuppressed()[0].getMessage().contains("CompletableFuture.join("), "why it has been given up");
    }

    @Test
    void interruptOfTheThreadThatRunsIt() {
        Task task = Task.start(() -> Synctest.run(() -> new CompletableFuture<Integer>().join()));
        task.interrupt();
        assertEquals("the thread that runs the Synctest was interrupted", task.thrown().getMessage());
        assertTrue(task.wasInterrupted());
    }
}
