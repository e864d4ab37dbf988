package dev.goloom.tests.stress;

import static dev.goloom.Go.*;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import dev.goloom.Ticker;
import dev.goloom.Timer;
import dev.goloom.tests.support.Stress;
import dev.goloom.tests.support.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;

/**
 * Timers of milliseconds among timers of an hour, with goroutines that wait for them, while others stop them and reset
 * them: each goes off, and not too early; none that was stopped does; and who stops or resets one is told whether it had
 * gone off. A ticker serves all who wait for it.
 */
class AlarmsTest {
    private static final Duration LONG = Duration.ofHours(1);

    @Test
    void stoppedAndResetWhileTheyGoOff() {
        Stress.run("AlarmsTest", 2, AlarmsTest::round);
    }

    /** Who comes when a tick is due delivers it to those who wait, before the alarm rings that was set for it. */
    @Test
    void manyReceiversAtATicker() {
        Stress.run("AlarmsTest, ticker", 1, AlarmsTest::tickerRound);
    }

    private static long tickerRound(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int each = 50;
        int receivers = 1 + random.nextInt(6);
        Duration period = Duration.ofNanos(1 + random.nextLong(100_000));
        long begin = System.nanoTime();
        Ticker ticker = new Ticker(period);
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < receivers; i++) {
            tasks.add(Task.start(() -> {
                for (int n = 0; n < each; n++) {
                    assertNotNull(ticker.c().recv());
                }
            }));
        }
        tasks.forEach(Task::join);
        long took = System.nanoTime() - begin;
        assertTrue(took >= receivers * each * period.toNanos(), () -> "no tick comes twice, or early: " + took + " ns");
        ticker.stop();
        return (long) receivers * each;
    }

    /** Whoever comes last, the timer goes off soon: none leaves the alarm of an hour in place. */
    @Test
    void resetByTwoAtOnce() {
        Stress.run("AlarmsTest, reset", 1, seed -> {
            Timer timer = new Timer(LONG);
            Task waiting = Task.startBlocked(() -> timer.c().recv());
            CyclicBarrier together = new CyclicBarrier(2);
            List<Task> tasks = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                tasks.add(Task.startPlatform(() -> {
                    together.await();
                    timer.reset(Duration.ofNanos(1 + seed % 100_000));
                }));
            }
            tasks.forEach(Task::join);
            waiting.join();
            timer.stop();
            return 2;
        });
    }

    private enum Change { NONE, STOP, RESET }

    /** A timer, the goroutine that waits for it, and what is done to it. */
    private static final class Awaited {
        final Duration first;
        final Change change;
        final Duration second;
        final long begin = System.nanoTime();
        final Timer timer;
        final Task waiting;
        volatile boolean wentOff;
        volatile long tookNanos;
        boolean wasPending;
        long resetAfterNanos;

        Awaited(SplittableRandom random, Chan<Void> quit) {
            this.first = anyDuration(random);
            this.change = Change.values()[random.nextInt(3)];
            this.second = anyDuration(random);
            this.timer = new Timer(first);
            this.waiting = random.nextInt(50) == 0 ? Task.startPlatform(() -> await(quit)) : Task.start(() -> await(quit));
        }

        private static Duration anyDuration(SplittableRandom random) {
            return random.nextInt(3) == 0 ? LONG : Duration.ofNanos(random.nextLong(10_000_000));
        }

        private void await(Chan<Void> quit) {
            boolean off = select(recv(timer.c()), recv(quit)) == 0;
            tookNanos = System.nanoTime() - begin;
            wentOff = off;
        }

        void change() {
            switch (change) {
                case NONE -> {}
                case STOP -> wasPending = timer.stop();
                case RESET -> {
                    resetAfterNanos = System.nanoTime() - begin;
                    wasPending = timer.reset(second);
                }
            }
        }

        /** Whether its goroutine goes on by the timer, not by {@code quit}. */
        boolean goesOff() {
            return switch (change) {
                case NONE -> first != LONG;
                case STOP -> !wasPending;
                case RESET -> !wasPending || second != LONG;
            };
        }

        void check() {
            waiting.join();
            assertEquals(goesOff(), wentOff, this::toString);
            if (wentOff) {
                boolean anew = change == Change.RESET && wasPending;
                long least = anew ? resetAfterNanos + second.toNanos() : first.toNanos();
                assertTrue(tookNanos >= least, this::toString);
            }
            if (change == Change.RESET && !wasPending && second != LONG) {
                assertNotNull(timer.c().recv(), "it goes off for the second time");
            } else if (change != Change.RESET) {
                assertTrue(timer.c().tryRecv().isEmpty(), "there is no second time");
            }
            timer.stop();
        }

        @Override
        public String toString() {
            return first + ", " + change + " after " + resetAfterNanos + " ns, pending " + wasPending + ", " + second
                    + ", went off " + wentOff + " after " + tookNanos + " ns";
        }
    }

    private static long round(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Chan<Void> quit = make();
        List<Awaited> all = new ArrayList<>();
        for (int i = 1 + random.nextInt(400); i > 0; i--) {
            all.add(new Awaited(random.split(), quit));
        }
        int changers = 1 + random.nextInt(3);
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < changers; i++) {
            int first = i;
            tasks.add(Task.start(() -> {
                for (int n = first; n < all.size(); n += changers) {
                    all.get(n).change();
                    gosched();
                }
            }));
        }
        tasks.forEach(Task::join);
        all.stream().filter(Awaited::goesOff).forEach(Awaited::check);
        quit.close();
        all.stream().filter(each -> !each.goesOff()).forEach(Awaited::check);
        return all.size();
    }
}
