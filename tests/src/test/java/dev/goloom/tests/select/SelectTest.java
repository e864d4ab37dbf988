package dev.goloom.tests.select;

import static dev.goloom.Go.*;
import static java.time.Duration.ofHours;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Case;
import dev.goloom.Chan;
import dev.goloom.ChannelClosedException;
import dev.goloom.RecvChan;
import dev.goloom.Timer;
import dev.goloom.tests.support.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A select runs one of its cases, as the Go specification says. */
class SelectTest {
    @Test
    void runsTheCaseThatIsReady() {
        Chan<Integer> a = make(1);
        Chan<String> b = make(1);
        b.send("b");
        var x = recv(a);
        var y = recv(b);
        assertEquals(1, select(x, y));
        assertEquals("b", y.value());
        assertTrue(y.ok());
        assertThrows(IllegalStateException.class, x::value);
        assertThrows(IllegalStateException.class, x::ok);
        assertEquals(2, select(x, y, send(a, 5)));
        assertEquals(0, select(x, y));
        assertEquals(5, x.value());
        assertThrows(IllegalStateException.class, y::value);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10})
    void waitsUntilOneCaseIsReady(int capacity) {
        Chan<Integer> a = make(capacity);
        Chan<Integer> b = make(capacity);
        Task selector = Task.startBlocked(() -> {
            var x = recv(a);
            var y = recv(b);
            assertEquals(1, select(x, y));
            assertEquals(3, y.value());
        });
        b.send(3);
        selector.join();
        // The waiter on the other channel is gone.
        assertEquals(capacity > 0, a.trySend(1));
    }

    @Test
    void waitsToSend() {
        Chan<Integer> a = make();
        Chan<Integer> b = make();
        Task selector = Task.startBlocked(() -> assertEquals(0, select(send(a, 1), send(b, 2), recv(b))));
        assertEquals(1, a.recv());
        selector.join();
        assertTrue(b.tryRecv().isEmpty());
    }

    @Test
    void defaultRunsWhenNothingElseCan() {
        Chan<Integer> c = make();
        assertEquals(0, select(DEFAULT));
        assertEquals(0, select(DEFAULT, recv(c)));
        assertEquals(2, select(recv(c), send(c, 1), DEFAULT));
        assertThrows(IllegalArgumentException.class, () -> select(DEFAULT, recv(c), DEFAULT));
    }

    @Test
    void whereTheDefaultRanNoCaseHasWon() {
        Chan<Integer> c = make(1);
        c.send(1);
        var received = recv(c);
        assertEquals(0, select(received, DEFAULT));
        assertEquals(1, received.value());
        assertEquals(1, select(received, DEFAULT));
        assertThrows(IllegalStateException.class, received::value);
    }

    @Test
    void aTimerThatIsDueGoesBeforeTheDefault() {
        Timer due = new Timer(Duration.ZERO);
        assertEquals(0, select(recv(due.c()), DEFAULT));
        assertEquals(1, select(recv(due.c()), DEFAULT));
    }

    @Test
    void nullStandsForTheNilChannel() {
        Chan<Integer> c = make(1);
        assertEquals(2, select(recv(null), send(null, 1), send(c, 1)));
        assertThrows(NullPointerException.class, () -> select((Case) null));
    }

    @Test
    void withoutCasesItBlocksForEver() {
        Task selector = Task.startBlocked(() -> select());
        selector.interrupt();
        assertInstanceOf(CancellationException.class, selector.thrown());
    }

    @Test
    void closedChannelsAreReady() {
        Chan<Integer> c = make();
        c.close();
        var r = recv(c);
        assertEquals(0, select(r, DEFAULT));
        assertNull(r.value());
        assertFalse(r.ok());
        assertThrows(ChannelClosedException.class, () -> select(send(c, 1), DEFAULT));
    }

    @Test
    void closeAndCancelWakeTheSelect() {
        Chan<Integer> closed = make();
        Task receiver = Task.startBlocked(() -> {
            var r = recv(closed);
            assertEquals(1, select(recv(make()), r));
            assertFalse(r.ok());
        });
        closed.close();
        receiver.join();

        Chan<Integer> closedUnderSender = make();
        Task sender = Task.startBlocked(() -> select(send(closedUnderSender, 1), recv(make())));
        closedUnderSender.close();
        assertInstanceOf(ChannelClosedException.class, sender.thrown());

        Chan<Integer> cancelled = make();
        Task cancelledReceiver = Task.startBlocked(() -> select(recv(cancelled), recv(make())));
        cancelled.cancel();
        assertInstanceOf(CancellationException.class, cancelledReceiver.thrown());

        Chan<Integer> cancelledUnderSender = make();
        Task cancelledSender = Task.startBlocked(() -> select(send(cancelledUnderSender, 1), recv(make())));
        cancelledUnderSender.cancel();
        assertInstanceOf(CancellationException.class, cancelledSender.thrown());
    }

    @Test
    void interruptedSelectHasNotHappened() {
        Chan<Integer> a = make();
        Chan<Integer> b = make();
        Task selector = Task.startBlocked(() -> select(send(a, 1), recv(b)));
        selector.interrupt();
        assertInstanceOf(CancellationException.class, selector.thrown());
        assertTrue(selector.wasInterrupted());
        assertTrue(a.tryRecv().isEmpty());
        assertFalse(b.trySend(1));
    }

    @Test
    void doesNotMeetItself() {
        Chan<Integer> c = make();
        assertEquals(2, select(send(c, 1), recv(c), DEFAULT));
        Task selector = Task.startBlocked(() -> select(send(c, 1), recv(c)));
        assertEquals(1, c.recv());
        selector.join();
    }

    @Test
    void selectsMeetEachOther() {
        Chan<Integer> c = make();
        Task other = Task.startBlocked(() -> select(send(c, 1), recv(c)));
        var r = recv(c);
        int index = select(send(c, 2), r);
        if (index == 1) {
            assertEquals(1, r.value());
        }
        other.join();
    }

    @Test
    void aCaseCapturesItsElementWhenItIsMade() {
        AtomicInteger next = new AtomicInteger();
        Chan<Integer> a = make(1);
        Chan<Integer> b = make(1);
        int index = select(send(a, next.incrementAndGet()), send(b, next.incrementAndGet()));
        assertEquals(2, next.get());
        assertEquals(index + 1, (index == 0 ? a : b).recv());
    }

    /**
     * Each of n ready cases is chosen with probability 1/n. In k = 40 000 selects over n = 4, a count is binomial with mean
     * 10 000 and standard deviation sqrt(k/4 · 3/4) &lt; 87. A deviation of 7 of those has, by the bound 2 exp(-d²/2), a
     * chance of less than 1e-10.
     */
    @Test
    void choosesUniformly() {
        int k = 40_000;
        Chan<Integer> closed = make();
        closed.close();
        Chan<Integer> room = make(k);
        int[] counts = new int[4];
        for (int i = 0; i < k; i++) {
            counts[select(recv(closed), send(room, i), recv(closed), recv(closed))]++;
        }
        for (int count : counts) {
            assertEquals(k / 4.0, count, 7 * 87);
        }
    }

    /** The same beside a channel that is special; k = 10 000, n = 2, mean 5 000, standard deviation 50. */
    @Test
    void choosesUniformlyBesideATimer() {
        int k = 10_000;
        Chan<Integer> closed = make();
        closed.close();
        RecvChan<Instant> timer = after(ofHours(1));
        int[] counts = new int[3];
        for (int i = 0; i < k; i++) {
            counts[select(recv(closed), recv(closed), recv(timer))]++;
        }
        assertEquals(k / 2.0, counts[0], 7 * 50);
        assertEquals(k / 2.0, counts[1], 7 * 50);
    }

    @Test
    void sameChannelInSeveralCases() {
        Chan<Integer> c = make(1);
        int[] counts = new int[3];
        for (int i = 0; i < 3000; i++) {
            c.send(i);
            var x = recv(c);
            var y = recv(c);
            var z = recv(c);
            counts[select(x, y, z)]++;
        }
        for (int count : counts) {
            assertTrue(count > 0);
        }
    }

    /** Two selects over the same channels in opposite order, under load: a wrong order of locking deadlocks. */
    @Test
    void oppositeOrders() {
        Chan<Integer> a = make();
        Chan<Integer> b = make();
        int n = 20_000;
        Task[] tasks = {
            Task.start(() -> {
                for (int i = 0; i < n; i++) {
                    select(send(a, i), send(b, i));
                }
            }),
            Task.start(() -> {
                for (int i = 0; i < n; i++) {
                    select(recv(b), recv(a));
                }
            }),
            Task.startPlatform(() -> {
                for (int i = 0; i < n; i++) {
                    select(send(b, i), send(a, i));
                }
            }),
            Task.startPlatform(() -> {
                for (int i = 0; i < n; i++) {
                    select(recv(a), recv(b));
                }
            })
        };
        for (Task task : tasks) {
            task.join();
        }
    }
}
