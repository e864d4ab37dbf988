package dev.goloom.tests.conformance;

import static dev.goloom.Go.*;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofNanos;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import dev.goloom.RecvChan;
import dev.goloom.Synctest;
import dev.goloom.Timer;
import dev.goloom.tests.support.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** Sleeping, and timers that go off once, with the meaning that Go 1.23 gave them: {@code src/time/sleep_test.go}. */
class SleepTest {
    private static final Duration LONGEST = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);
    private static final Duration SHORTEST = Duration.ofSeconds(Long.MIN_VALUE);

    /** A sleeper does not wake early, on the system's clock and on a virtual one: {@code TestSleep}. */
    @Test
    void sleepsLongEnough() {
        long begin = System.nanoTime();
        sleep(ofMillis(20));
        assertTrue(System.nanoTime() - begin >= 20_000_000);
        Synctest.run(() -> {
            Instant start = Synctest.now();
            sleep(ofHours(10));
            assertEquals(start.plus(ofHours(10)), Synctest.now());
        });
    }

    /** A sleep of nothing returns, collections under way or not: {@code TestSleepZeroDeadlock}. */
    @Test
    void sleepZeroDeadlock() {
        Task collector = Task.startPlatform(() -> {
            for (int i = 0; i < 5; i++) {
                System.gc();
            }
        });
        for (int i = 0; i < 1000; i++) {
            sleep(Duration.ZERO);
            Chan<Boolean> c = make(1);
            c.send(true);
            c.recv();
        }
        collector.join();
    }

    /** The value is not before the timer is due, and is about when it was: {@code TestAfter}. */
    @Test
    void after100() {
        Instant start = Instant.now();
        long begin = System.nanoTime();
        Instant end = after(ofMillis(30)).recv();
        assertTrue(System.nanoTime() - begin >= 30_000_000);
        // The clock of the wall may be set back meanwhile, but hardly by a second.
        assertTrue(end.isAfter(start.minusSeconds(1)), end + " after " + start);
    }

    /** Ten in turn take ten times as long: {@code TestAfterTick}. */
    @Test
    void afterTick() {
        Synctest.run(() -> {
            Instant start = Synctest.now();
            for (int i = 0; i < 10; i++) {
                after(ofMillis(100)).recv();
            }
            assertEquals(start.plus(ofSeconds(1)), Synctest.now());
        });
    }

    /**
     * A stopped timer does not go off, even when a later one has; stopping tells whether it was pending:
     * {@code TestAfterStop}.
     */
    @Test
    void afterStop() {
        Synctest.run(() -> {
            Timer first = new Timer(ofMillis(50));
            Timer second = new Timer(ofMillis(150));
            RecvChan<Instant> later = after(ofMillis(200));
            assertTrue(first.stop());
            assertTrue(second.stop());
            later.recv();
            assertEquals(2, select(recv(first.c()), recv(second.c()), DEFAULT));
            assertFalse(second.stop());
        });
    }

    /** Timers go off in the order in which they are due, not in that of their making: {@code TestAfterQueuing}. */
    @Test
    void afterQueuing() {
        int[] slots = {5, 3, 6, 6, 6, 1, 1, 2, 7, 9, 4, 8, 0};
        Synctest.run(() -> {
            Instant start = Synctest.now();
            record Result(int slot, Instant time) {}
            Chan<Result> results = make(slots.length);
            for (int slot : slots) {
                RecvChan<Instant> timer = after(ofSeconds(slot));
                go(() -> results.send(new Result(slot, timer.recv())));
            }
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < slots.length; i++) {
                Result result = results.recv();
                assertEquals(start.plusSeconds(result.slot()), result.time());
                order.add(result.slot());
            }
            assertEquals(order.stream().sorted().toList(), order);
        });
    }

    /** Many that are stopped in time never go off, with stops from other goroutines: {@code TestTimerStopStress}. */
    @Test
    void timerStopStress() {
        Synctest.run(() -> {
            List<Timer> timers = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                Timer timer = new Timer(ofSeconds(2));
                timers.add(timer);
                go(() -> {
                    sleep(ofSeconds(1));
                    assertTrue(timer.stop());
                });
            }
            sleep(ofSeconds(3));
            timers.forEach(timer -> assertTrue(timer.c().tryRecv().isEmpty()));
        });
    }

    /** Resetting postpones a pending timer and starts one that has been received: {@code TestReset}. */
    @Test
    void reset() {
        Synctest.run(() -> {
            Timer timer = new Timer(ofSeconds(2));
            sleep(ofSeconds(1));
            assertTrue(timer.reset(ofSeconds(3)));
            sleep(ofSeconds(2));
            assertTrue(timer.c().tryRecv().isEmpty(), "went off early");
            sleep(ofSeconds(2));
            assertTrue(timer.c().tryRecv().isPresent());
            assertFalse(timer.reset(ofMillis(50)));
        });
    }

    /**
     * Durations too long to be counted wait for ever, negative ones not at all, and others go on meanwhile:
     * {@code TestOverflowSleep}.
     */
    @Test
    void overflowSleep() {
        for (Duration big : List.of(LONGEST, Duration.ofNanos(Long.MAX_VALUE), Duration.ofDays(365 * 300))) {
            Task sleeper = Task.start(() -> sleep(big));
            assertEquals(1, select(recv(after(big)), recv(after(ofMillis(25)))));
            assertTrue(sleeper.thread().isAlive());
            sleeper.interrupt();
            assertInstanceOf(CancellationException.class, sleeper.thrown());
        }
        sleep(SHORTEST);
        assertEquals(0, select(recv(after(SHORTEST)), recv(after(ofHours(1)))));
    }

    /** The same in virtual time, where the other timer is the next one. */
    @Test
    void overflowSleepInVirtualTime() {
        Synctest.program(() -> {
            go(() -> {
                sleep(LONGEST);
                fail("a sleep that was too long to be counted returned");
            });
            assertEquals(1, select(recv(after(LONGEST)), recv(after(ofHours(24)))));
            sleep(SHORTEST);
            assertEquals(0, select(recv(after(SHORTEST)), recv(after(ofHours(1)))));
        });
    }

    /** A timer of no time is not missed, however many: {@code TestZeroTimer}. */
    @Test
    void zeroTimer() {
        for (int i = 0; i < 100_000; i++) {
            assertNotNull(new Timer(Duration.ZERO).c().recv());
        }
    }

    /** A timer that is moved to the past again and again goes off at once: {@code TestTimerModifiedEarlier}. */
    @Test
    void timerModifiedEarlier() {
        RecvChan<Instant> deadline = after(ofMinutes(1));
        for (int i = 0; i < 1000; i++) {
            Timer timer = new Timer(ofHours(1));
            for (int j = 0; j < 10; j++) {
                assertTrue(timer.stop() || j > 0);
                timer.reset(ofSeconds(-1_000_000));
            }
            assertEquals(0, select(recv(timer.c()), recv(deadline)));
        }
    }

    /**
     * Timers moved earlier and later in turn, a hundred at the same time, all go off when they are due:
     * {@code TestAdjustTimers}.
     */
    @Test
    void adjustTimers() {
        Synctest.explore(10, () -> {
            for (int i = 0; i < 100; i++) {
                go(() -> {
                    Timer timer = new Timer(Duration.ZERO);
                    timer.c().recv();
                    for (int minutes : new int[] {1, 3, 2}) {
                        assertFalse(timer.reset(ofMinutes(minutes)));
                        sleep(rand(ofSeconds(10)));
                        assertTrue(timer.stop());
                    }
                    Instant due = Synctest.now().plus(ofNanos(1));
                    assertFalse(timer.reset(ofNanos(1)));
                    assertEquals(due, timer.c().recv());
                });
            }
        });
    }

    /**
     * A timeout is taken though others are always ready beside it: {@code TestTimerFairness} of
     * {@code src/runtime/proc_test.go}.
     */
    @Test
    void timerFairness() {
        Chan<Integer> c = make();
        List<Task> senders = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            senders.add(Task.start(() -> {
                for (;;) {
                    c.send(1);
                }
            }));
        }
        RecvChan<Instant> timeout = after(ofMillis(20));
        while (select(recv(c), recv(timeout)) == 0) {
            // An element.
        }
        c.cancel();
        senders.forEach(sender -> assertInstanceOf(CancellationException.class, sender.thrown()));
    }

    /**
     * Its channel shows no length and no capacity, before and after it is due; a value that nobody has received is gone after
     * a stop or a reset, and both say that it was still to come: {@code TestChan} of Go 1.23's {@code src/time/tick_test.go}.
     */
    @Test
    void timerChan() {
        Synctest.run(() -> {
            Timer timer = new Timer(ofSeconds(10));
            for (int i = 0; i < 2; i++) {
                assertEquals(0, timer.c().len());
                assertEquals(0, timer.c().cap());
                sleep(ofSeconds(20));
            }
            assertTrue(timer.reset(ofSeconds(10)));
            assertTrue(timer.c().tryRecv().isEmpty());
            sleep(ofSeconds(20));
            assertTrue(timer.stop());
            assertTrue(timer.c().tryRecv().isEmpty());
            assertFalse(timer.stop());
            assertFalse(timer.reset(ofSeconds(10)));
            timer.c().recv();
            assertFalse(timer.stop());
        });
    }

    /** A receiver that waits while its timer is stopped and reset by another gets the new value only: the same test. */
    @Test
    void stopAndResetUnderAReceiver() {
        Synctest.explore(30, () -> {
            Instant start = Synctest.now();
            Timer timer = new Timer(ofSeconds(10));
            Chan<Instant> received = make(1);
            go(() -> received.send(timer.c().recv()));
            Synctest.await();
            assertTrue(timer.stop());
            sleep(ofSeconds(20));
            assertEquals(0, received.len());
            assertFalse(timer.reset(ofSeconds(5)));
            assertEquals(start.plusSeconds(25), received.recv());
        });
    }
}
