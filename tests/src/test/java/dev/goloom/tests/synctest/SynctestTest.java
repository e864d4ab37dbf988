package dev.goloom.tests.synctest;

import static dev.goloom.Go.*;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import dev.goloom.Goroutines;
import dev.goloom.Synctest;
import dev.goloom.WaitGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

/** A Synctest runs a closed world in virtual time. */
class SynctestTest {
    @Test
    void anHourTakesNoTime() {
        long start = System.nanoTime();
        Synctest.run(() -> {
            for (int i = 0; i < 1000; i++) {
                sleep(ofHours(1));
            }
            assertEquals(java.time.Instant.parse("2000-01-01T00:00:00Z").plus(ofHours(1000)), Synctest.now());
        });
        assertTrue(System.nanoTime() - start < 20e9);
    }

    @Test
    void runsAreTheSame() {
        List<String> first = new ArrayList<>();
        List<String> second = new ArrayList<>();
        Synctest.run(() -> twoTalkers(first));
        Synctest.run(() -> twoTalkers(second));
        assertEquals(first, second);
        assertEquals(20, first.size());
    }

    private static void twoTalkers(List<String> said) {
        Chan<String> c = make();
        for (String name : List.of("Joe", "Ann")) {
            go(() -> {
                for (int i = 0; i < 10; i++) {
                    sleep(rand(ofSeconds(1)));
                    c.send(name + i);
                }
            });
        }
        for (int i = 0; i < 20; i++) {
            said.add(c.recv() + " " + Synctest.now());
        }
    }

    @Test
    void awaitWaitsUntilAllOthersAreBlocked() {
        Synctest.explore(100, () -> {
            int[] reached = {0};
            go(() -> {
                gosched();
                reached[0] = 1;
                sleep(ofSeconds(1));
                reached[0] = 2;
            });
            Synctest.await();
            assertEquals(1, reached[0]);
            sleep(ofSeconds(1));
            Synctest.await();
            assertEquals(2, reached[0]);
        });
    }

    @Test
    void deadlockIsReported() {
        AssertionError failure = assertThrows(AssertionError.class, () -> Synctest.run(() -> {
            Chan<Integer> c = make();
            go(() -> c.send(1));
            go(() -> c.send(2));
            c.recv();
        }));
        assertTrue(failure.getMessage().startsWith("fatal error: all goroutines are asleep - deadlock!\n\ngoroutine func#"), failure.getMessage());
        assertTrue(failure.getMessage().contains("[chan send], on chan#1 (cap 0, len 0), started by main#1:"), failure.getMessage());
        assertTrue(failure.getMessage().contains("SynctestTest.java"), failure.getMessage());
    }

    @Test
    void panicFailsTheRun() {
        Exception boom = new Exception("boom");
        AssertionError failure = assertThrows(AssertionError.class, () -> Synctest.run(() -> {
            go(() -> {
                throw boom;
            });
            make().recv();
        }));
        assertSame(boom, failure.getCause());
        assertTrue(failure.getMessage().startsWith("panic: java.lang.Exception: boom\n\ngoroutine func#2 [running], started by main#1:"));
    }

    @Test
    void programDropsWhoeverIsLeft() {
        List<String> said = new ArrayList<>();
        Synctest.program(() -> {
            Chan<Integer> c = make();
            for (int i = 0; i < 3; i++) {
                int n = i;
                go(() -> {
                    try {
                        c.recv();
                    } catch (CancellationException e) {
                        said.add("dropped " + n);
                        throw e;
                    }
                });
            }
            Synctest.await();
            assertEquals(4, Goroutines.count());
        });
        assertEquals(List.of("dropped 0", "dropped 1", "dropped 2"), said);
    }

    @Test
    void worldsDoNotMix() {
        Chan<Integer> ordinary = make();
        String inside = assertThrows(AssertionError.class, () -> Synctest.run(ordinary::recv)).getMessage();
        assertTrue(inside.contains("would block inside a Synctest, to which the channel does not belong"), inside);
        String insideSelect = assertThrows(AssertionError.class, () -> Synctest.run(() -> select(recv(ordinary)))).getMessage();
        assertTrue(insideSelect.contains("does not belong"), insideSelect);
        List<Chan<Integer>> kept = new ArrayList<>();
        Synctest.run(() -> kept.add(make(1)));
        assertTrue(assertThrows(IllegalStateException.class, () -> kept.getFirst().send(1)).getMessage().contains("from outside it"));
        assertThrows(IllegalStateException.class, () -> select(recv(kept.getFirst()), DEFAULT));
        assertThrows(AssertionError.class, () -> Synctest.run(() -> kept.getFirst().send(1)));
        List<WaitGroup> groups = new ArrayList<>();
        Synctest.run(() -> groups.add(new WaitGroup()));
        assertThrows(IllegalStateException.class, () -> groups.getFirst().add(1));
        assertThrows(IllegalStateException.class, Synctest::await);
        assertThrows(IllegalStateException.class, Synctest::now);
        assertThrows(AssertionError.class, () -> Synctest.run(() -> Synctest.run(() -> {})));
    }

    @Test
    void blockingOutsideTheRuntimeFailsWithTheStack() {
        ReentrantLock lock = new ReentrantLock();
        lock.lock();
        AssertionError failure = assertThrows(AssertionError.class, () -> Synctest.run(lock::lockInterruptibly));
        assertTrue(failure.getMessage().contains("has been blocked outside the runtime for 3 s"), failure.getMessage());
        assertTrue(failure.getMessage().contains("ReentrantLock"), failure.getMessage());
    }

    @Test
    void interruptsAreNoticed() {
        Synctest.explore(200, () -> {
            Chan<Thread> thread = make();
            Chan<String> ended = make();
            go(() -> {
                thread.send(Thread.currentThread());
                try {
                    make().recv();
                } catch (CancellationException e) {
                    assertTrue(Thread.interrupted());
                    ended.send("interrupted");
                }
            });
            thread.recv().interrupt();
            assertEquals("interrupted", ended.recv());
        });
    }
}
