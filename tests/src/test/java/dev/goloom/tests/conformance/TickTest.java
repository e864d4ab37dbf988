package dev.goloom.tests.conformance;

import static dev.goloom.Go.*;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import dev.goloom.Synctest;
import dev.goloom.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tickers, with the meaning that Go 1.23 gave them: {@code src/time/tick_test.go}. */
class TickTest {
    /** It ticks once a period, then once another after a reset, and not after a stop: {@code TestTicker}. */
    @Test
    void ticker() {
        Synctest.run(() -> {
            Instant start = Synctest.now();
            Ticker ticker = new Ticker(ofMillis(20));
            for (int i = 1; i <= 5; i++) {
                assertEquals(start.plusMillis(20L * i), ticker.c().recv());
            }
            ticker.reset(ofMillis(40));
            for (int i = 1; i <= 5; i++) {
                assertEquals(start.plusMillis(100 + 40L * i), ticker.c().recv());
            }
            ticker.stop();
            sleep(ofMillis(80));
            assertEquals(1, select(recv(ticker.c()), DEFAULT));
        });
    }

    /** On the system's clock too: so many ticks take so many periods at least: {@code TestTicker}. */
    @Test
    void tickerInRealTime() {
        long begin = System.nanoTime();
        Ticker ticker = new Ticker(ofMillis(5));
        for (int i = 0; i < 6; i++) {
            ticker.c().recv();
        }
        ticker.stop();
        assertTrue(System.nanoTime() - begin >= 30_000_000);
    }

    /** It can be stopped as soon as it has ticked, again and again: {@code TestTeardown}. */
    @Test
    void teardown() {
        for (int i = 0; i < 10; i++) {
            Ticker ticker = new Ticker(ofMillis(1));
            ticker.c().recv();
            ticker.stop();
        }
    }

    /**
     * Periods that are not more than zero are errors, and leave a ticker as it was: {@code TestNewTickerLtZeroDuration},
     * {@code TestTickerResetLtZeroDuration}; {@code tick} too, where Go's returns nil.
     */
    @Test
    void ltZeroDuration() {
        Synctest.run(() -> {
            Ticker ticker = new Ticker(ofSeconds(1));
            for (Duration period : List.of(Duration.ZERO, ofSeconds(-1))) {
                assertThrows(IllegalArgumentException.class, () -> new Ticker(period));
                assertThrows(IllegalArgumentException.class, () -> tick(period));
                assertThrows(IllegalArgumentException.class, () -> ticker.reset(period));
            }
            assertEquals(Synctest.now().plusSeconds(1), ticker.c().recv());
        });
    }

    /** A very long period does not overflow into a short one: {@code TestOverflowPeriodRuntimeTimer}. */
    @Test
    void longPeriod() {
        Synctest.program(() -> {
            Ticker ticker = new Ticker(Duration.ofSeconds(Long.MAX_VALUE));
            assertEquals(1, select(recv(ticker.c()), recv(after(Duration.ofDays(10_000)))));
            ticker.reset(ofSeconds(1));
            assertEquals(Synctest.now().plusSeconds(1), ticker.c().recv());
        });
    }

    /**
     * A slow receiver finds one tick, the oldest, and then keeps to the grid; no length is seen: {@code TestTicker},
     * {@code TestChan} of Go 1.23.
     */
    @Test
    void slowReceiver() {
        Synctest.run(() -> {
            Instant start = Synctest.now();
            Ticker ticker = new Ticker(ofSeconds(10));
            sleep(ofSeconds(35));
            assertEquals(0, ticker.c().len());
            assertEquals(0, ticker.c().cap());
            assertEquals(start.plusSeconds(10), ticker.c().recv());
            assertTrue(ticker.c().tryRecv().isEmpty());
            assertEquals(start.plusSeconds(40), ticker.c().recv());
            sleep(ofSeconds(25));
            ticker.reset(ofSeconds(10));
            assertTrue(ticker.c().tryRecv().isEmpty(), "a tick from before the reset");
            assertEquals(start.plusSeconds(75), ticker.c().recv());
            sleep(ofSeconds(25));
            ticker.stop();
            assertTrue(ticker.c().tryRecv().isEmpty(), "a tick from before the stop");
        });
    }

    /** Those who wait for one ticker share its ticks, each of which goes to one: not in Go's tests. */
    @Test
    void sharedTicks() {
        Synctest.explore(20, () -> Synctest.program(() -> {
            Instant start = Synctest.now();
            Ticker ticker = new Ticker(ofSeconds(1));
            Chan<Instant> ticks = make();
            for (int i = 0; i < 3; i++) {
                go(() -> {
                    for (Instant tick : ticker.c()) {
                        ticks.send(tick);
                    }
                });
            }
            List<Instant> seen = new ArrayList<>();
            for (int i = 1; i <= 9; i++) {
                seen.add(ticks.recv());
                assertEquals(start.plusSeconds(i), seen.getLast());
            }
        }));
    }
}
