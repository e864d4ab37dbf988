package dev.goloom.tests.timer;

import static dev.goloom.Go.*;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import dev.goloom.Case;
import dev.goloom.RecvChan;
import dev.goloom.Synctest;
import dev.goloom.Ticker;
import dev.goloom.Timer;
import dev.goloom.tests.support.States;
import dev.goloom.tests.support.Task;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Timers and tickers behave as those of Go 1.23 and later. */
class TimerTest {
    @Test
    void afterDeliversTheTimeOnce() {
        Synctest.run(() -> {
            Instant start = Synctest.now();
            RecvChan<Instant> c = after(ofHours(1));
            assertEquals(start.plus(ofHours(1)), c.recv());
            assertEquals(start.plus(ofHours(1)), Synctest.now());
            assertEquals(1, select(recv(c), DEFAULT));
            assertEquals(0, c.cap());
        });
    }

    @Test
    void zeroIsNow() {
        assertTrue(after(Duration.ZERO).tryRecv().isPresent());
        assertTrue(after(ofSeconds(-1)).tryRecv().isPresent());
        assertTrue(after(ofHours(1)).tryRecv().isEmpty());
        assertTrue(after(Duration.ofSeconds(Long.MAX_VALUE)).tryRecv().isEmpty());
    }

    @Test
    void valueIsThatOfTheDueTimeThoughReceivedLater() {
        Synctest.run(() -> {
            Instant start = Synctest.now();
            Timer timer = new Timer(ofSeconds(1));
            sleep(ofSeconds(5));
            assertEquals(0, timer.c().len());
            assertTrue(timer.c().toString().endsWith(" (cap 0, len 0)"), timer.c().toString());
            assertEquals(start.plus(ofSeconds(1)), timer.c().recv());
        });
    }

    @Test
    void stopLeavesNothingStale() {
        Synctest.run(() -> {
            Timer timer = new Timer(ofSeconds(1));
            assertTrue(timer.stop());
            assertFalse(timer.stop());
            sleep(ofSeconds(2));
            assertTrue(timer.c().tryRecv().isEmpty());

            Timer fired = new Timer(ofSeconds(1));
            sleep(ofSeconds(2));
            assertTrue(fired.stop(), "its value was not received");
            assertTrue(fired.c().tryRecv().isEmpty());

            Timer received = new Timer(ofSeconds(1));
            received.c().recv();
            assertFalse(received.stop());
        });
    }

    @Test
    void resetStartsAnew() {
        Synctest.run(() -> {
            Instant start = Synctest.now();
            Timer timer = new Timer(ofSeconds(1));
            sleep(ofSeconds(2));
            assertTrue(timer.reset(ofSeconds(3)));
            assertTrue(timer.c().tryRecv().isEmpty());
            assertEquals(start.plus(ofSeconds(5)), timer.c().recv());
            assertFalse(timer.reset(ofSeconds(1)));
            assertEquals(start.plus(ofSeconds(6)), timer.c().recv());
        });
    }

    /** It is pending all the time, whoever else resets it. */
    @Test
    void resetsFromSeveralThreads() {
        Timer timer = new Timer(ofHours(1));
        List<Task> tasks = Stream.generate(() -> Task.start(() -> {
            for (int i = 0; i < 50_000; i++) {
                assertTrue(timer.reset(ofHours(1)));
            }
        })).limit(3).toList();
        tasks.forEach(Task::join);
        assertTrue(timer.stop());
        assertFalse(timer.stop());
    }

    @Test
    void resetWakesAReceiverThatWaits() {
        Synctest.run(() -> {
            Timer timer = new Timer(ofHours(5));
            Chan<Instant> got = make();
            go(() -> got.send(timer.c().recv()));
            Synctest.await();
            Instant start = Synctest.now();
            timer.reset(ofSeconds(1));
            assertEquals(start.plus(ofSeconds(1)), got.recv());
        });
    }

    @Test
    void slowReceiverMissesTicks() {
        Synctest.run(() -> {
            Instant start = Synctest.now();
            Ticker ticker = new Ticker(ofSeconds(1));
            sleep(ofMillis(3500));
            assertEquals(start.plus(ofSeconds(1)), ticker.c().recv());
            assertEquals(start.plus(ofSeconds(4)), ticker.c().recv());
            ticker.reset(ofSeconds(10));
            assertEquals(start.plus(ofSeconds(14)), ticker.c().recv());
            ticker.stop();
            sleep(ofHours(1));
            assertTrue(ticker.c().tryRecv().isEmpty());
            assertThrows(IllegalArgumentException.class, () -> ticker.reset(Duration.ZERO));
            assertThrows(IllegalArgumentException.class, () -> tick(ofSeconds(-1)));
        });
    }

    @Test
    void ticksInRealTime() {
        long begin = System.nanoTime();
        RecvChan<Instant> c = tick(ofMillis(5));
        for (int i = 1; i <= 5; i++) {
            assertNotNull(c.recv());
            assertTrue(System.nanoTime() - begin >= i * ofMillis(5).toNanos());
        }
    }

    @Test
    void aHundredThousandPendingTimersCostNoThread() {
        int before = Thread.getAllStackTraces().size();
        List<RecvChan<Instant>> timers = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            timers.add(after(ofHours(1)));
        }
        Task selector = Task.startBlocked(() -> {
            List<Case> cases = new ArrayList<>();
            timers.subList(0, 100).forEach(timer -> cases.add(recv(timer)));
            select(cases.toArray(Case[]::new));
        });
        assertTrue(Thread.getAllStackTraces().size() <= before + 3);
        selector.interrupt();
        assertInstanceOf(CancellationException.class, selector.thrown());
    }

    @Test
    void unreferencedTimersAreCollectedThoughNeverStopped() {
        WeakReference<?> timer = new WeakReference<>(new Timer(ofHours(1)).c());
        WeakReference<?> ticker = new WeakReference<>(new Ticker(ofHours(1)).c());
        WeakReference<?> after = new WeakReference<>(after(ofHours(1)));
        States.awaitCollected("timers are gone", () -> timer.refersTo(null) && ticker.refersTo(null) && after.refersTo(null));
    }

    @Test
    void aGoroutineThatWaitsOnATimerAloneSurvivesCollections() {
        Chan<Boolean> done = make(1);
        go(() -> {
            after(ofMillis(300)).recv();
            done.send(true);
        });
        for (int i = 0; i < 10; i++) {
            System.gc();
        }
        assertEquals(true, done.recv());
    }

    @Test
    void interruptedSleep() {
        Task sleeper = Task.start(() -> sleep(ofHours(1)));
        States.await("asleep", () -> sleeper.thread().getState() == Thread.State.TIMED_WAITING);
        sleeper.interrupt();
        assertInstanceOf(CancellationException.class, sleeper.thrown());
        assertTrue(sleeper.wasInterrupted());
    }
}
