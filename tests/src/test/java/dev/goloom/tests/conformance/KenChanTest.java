package dev.goloom.tests.conformance;

import static dev.goloom.Go.gosched;
import static dev.goloom.Go.make;
import static dev.goloom.Go.select;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Case;
import dev.goloom.Chan;
import dev.goloom.Go;
import dev.goloom.RecvCase;
import dev.goloom.tests.support.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Plain operations and selects of eight arms in every combination see each channel's elements in order:
 * {@code test/ken/chan.go}, {@code chan1.go}.
 */
class KenChanTest {
    private static final int N = 200;

    private final List<Task> tasks = new ArrayList<>();
    private final AtomicInteger sends = new AtomicInteger();
    private final AtomicInteger receives = new AtomicInteger();
    private int channels;

    /** A channel, what is sent next and what is received next; each of the two belongs to one goroutine. */
    private static final class Numbered {
        final Chan<Integer> chan;
        int toSend;
        int toReceive;

        Numbered(int capacity) {
            this.chan = make(capacity);
        }
    }

    private List<Numbered> channels(int capacity, int n) {
        channels += n;
        List<Numbered> made = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            made.add(new Numbered(capacity));
        }
        return made;
    }

    private static void pause(int bound) {
        for (int i = ThreadLocalRandom.current().nextInt(bound); i > 0; i--) {
            gosched();
        }
    }

    private void send(Numbered c) {
        tasks.add(Task.start(() -> {
            while (c.toSend < N) {
                pause(10);
                c.chan.send(c.toSend++);
                sends.incrementAndGet();
            }
        }));
    }

    private void recv(Numbered c) {
        tasks.add(Task.start(() -> {
            while (c.toReceive < N) {
                pause(10);
                assertEquals(c.toReceive++, c.chan.recv());
                receives.incrementAndGet();
            }
        }));
    }

    /** One select over all of them, until each is done with; then its arm is one on the nil channel. */
    private void sel(List<Numbered> from, List<Numbered> to) {
        tasks.add(Task.start(() -> {
            for (int left = (from.size() + to.size()) * N; left > 0; left--) {
                pause(5);
                List<Case> cases = new ArrayList<>();
                from.forEach(c -> cases.add(Go.recv(c.toReceive < N ? c.chan : null)));
                to.forEach(c -> cases.add(Go.send(c.toSend < N ? c.chan : null, c.toSend)));
                int chosen = select(cases.toArray(Case[]::new));
                if (chosen < from.size()) {
                    assertEquals(from.get(chosen).toReceive++, ((RecvCase<?>) cases.get(chosen)).value());
                    receives.incrementAndGet();
                } else {
                    to.get(chosen - from.size()).toSend++;
                    sends.incrementAndGet();
                }
            }
        }));
    }

    private void finish() {
        tasks.forEach(Task::join);
        assertEquals(channels * N, sends.get());
        assertEquals(channels * N, receives.get());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 100})
    void directSendToDirectReceive(int capacity) {
        for (Numbered c : channels(capacity, 4)) {
            send(c);
            recv(c);
        }
        finish();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 100})
    void directSendToSelect(int capacity) {
        List<Numbered> c = channels(capacity, 4);
        c.forEach(this::send);
        sel(c, List.of());
        finish();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 100})
    void selectToDirectReceive(int capacity) {
        List<Numbered> c = channels(capacity, 4);
        c.forEach(this::recv);
        sel(List.of(), c);
        finish();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 100})
    void selectToSelect(int capacity) {
        List<Numbered> c = channels(capacity, 4);
        sel(List.of(), c);
        sel(c, List.of());
        finish();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 100})
    void bothWays(int capacity) {
        List<Numbered> there = channels(capacity, 4);
        List<Numbered> back = channels(capacity, 4);
        sel(back, there);
        sel(there, back);
        finish();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 100})
    void everythingTogether(int capacity) {
        List<Numbered> between = channels(capacity, 4);
        List<Numbered> in = channels(capacity, 4);
        List<Numbered> out = channels(capacity, 4);
        in.forEach(this::send);
        out.forEach(this::recv);
        sel(in, between);
        sel(between, out);
        finish();
    }

    /** Each of a thousand elements is received by one of ten: {@code chan1.go}. */
    @Test
    void chan1() {
        int n = 1000;
        Chan<Integer> c = make(2);
        AtomicIntegerArray marks = new AtomicIntegerArray(n);
        for (int m = 0; m < 10; m++) {
            tasks.add(Task.start(() -> {
                for (var r = Go.recv(c); ; ) {
                    select(r);
                    if (!r.ok()) {
                        return;
                    }
                    assertTrue(marks.compareAndSet(r.value(), 1, 2));
                }
            }));
        }
        for (int i = 0; i < n; i++) {
            assertTrue(marks.compareAndSet(i, 0, 1));
            c.send(i);
        }
        c.close();
        tasks.forEach(Task::join);
        for (int i = 0; i < n; i++) {
            assertEquals(2, marks.get(i));
        }
    }
}
