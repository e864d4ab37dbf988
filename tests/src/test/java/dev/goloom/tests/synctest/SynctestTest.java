package dev.goloom.tests.synctest;

import static dev.goloom.Go.*;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import dev.goloom.Context;
import dev.goloom.Goroutines;
import dev.goloom.RecvChan;
import dev.goloom.Synctest;
import dev.goloom.WaitGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
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
            assertEquals(Instant.parse("2000-01-01T00:00:00Z").plus(ofHours(1000)), Synctest.now());
        });
        assertTrue(System.nanoTime() - start < 20e9);
    }

    /** At the last moment that the clock can show everything happens that was to come later. */
    @Test
    void virtualTimeHasAnEnd() {
        Synctest.run(() -> {
            Instant start = Synctest.now();
            Duration century = Duration.ofDays(36_525);
            assertEquals(start.plus(century.multipliedBy(2)), tick(century.multipliedBy(2)).recv());
            Instant end = start.plusNanos(Long.MAX_VALUE);
            RecvChan<Instant> never = after(Duration.ofSeconds(Long.MAX_VALUE));
            RecvChan<Instant> ticks = tick(century);
            sleep(Duration.ofSeconds(Long.MAX_VALUE));
            assertEquals(end, Synctest.now());
            assertEquals(end, never.recv());
            assertEquals(end, ticks.recv());
        });
    }

    /** As outside: by make, not by the first send. */
    @Test
    void aBufferIsAllocatedAtOnce() {
        Synctest.run(() -> assertThrows(OutOfMemoryError.class, () -> make(Integer.MAX_VALUE)));
    }

    @Test
    void nowIsVirtual() {
        Synctest.run(() -> {
            assertEquals(Synctest.now(), now());
            sleep(ofHours(1));
            assertEquals(Synctest.now(), now());
        });
        java.time.Instant before = java.time.Instant.now();
        java.time.Instant now = now();
        assertTrue(!now.isBefore(before) && !now.isAfter(java.time.Instant.now()), now.toString());
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
    void awaitIsInterrupted() {
        Synctest.explore(100, () -> {
            Thread main = Thread.currentThread();
            boolean[] ended = {false};
            go(() -> {
                main.interrupt();
                sleep(ofSeconds(0));
                gosched();
                ended[0] = true;
            });
            try {
                Synctest.await();
                assertTrue(ended[0]);
            } catch (CancellationException e) {
                assertEquals("await interrupted", e.getMessage());
            }
            Thread.interrupted();
        });
    }

    @Test
    void noSignalReachesIt() {
        Synctest.run(() -> {
            Context context = Context.onInterrupt();
            go(context::cancel);
            context.done().recv();
        });
        AssertionError failure = assertThrows(AssertionError.class, () -> Synctest.run(Context.onInterrupt().done()::recv));
        assertTrue(failure.getCause() instanceof IllegalStateException, "made outside");
        failure = assertThrows(AssertionError.class, () -> Synctest.run(() -> Context.onInterrupt().done().recv()));
        assertTrue(failure.getMessage().contains("[chan receive], on context#1 (cap 0, len 0):"), failure.getMessage());
    }

    @Test
    void aLargeWorld() {
        Synctest.run(() -> {
            WaitGroup group = new WaitGroup();
            for (int i = 0; i < 10_000; i++) {
                group.go(() -> sleep(rand(ofHours(1))));
            }
            group.await();
            assertEquals(1, Goroutines.count());
        });
    }

    @Test
    void interruptsInALargeWorldComeAtTheSameStepEveryTime() {
        assertEquals(interruptedAmongMany(), interruptedAmongMany());
    }

    private static List<Integer> interruptedAmongMany() {
        List<Integer> noticed = new ArrayList<>();
        Synctest.run(() -> {
            Chan<Thread> thread = make(1);
            Chan<Integer> never = make();
            int[] step = {0};
            for (int i = 0; i < 2000; i++) {
                go(never::recv);
            }
            go(() -> {
                thread.send(Thread.currentThread());
                try {
                    never.recv();
                } catch (CancellationException e) {
                    noticed.add(step[0]);
                }
            });
            Thread blocked = thread.recv();
            Synctest.await();
            blocked.interrupt();
            while (noticed.isEmpty()) {
                step[0]++;
                gosched();
            }
            never.close();
        });
        return noticed;
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
