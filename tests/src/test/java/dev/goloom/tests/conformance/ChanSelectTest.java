package dev.goloom.tests.conformance;

import static dev.goloom.Go.*;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import dev.goloom.tests.support.Task;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** Small selects: {@code test/chan/select.go} and {@code select4.go} to {@code select8.go}, but for {@code select5.go}. */
class ChanSelectTest {
    private int counter;
    private int shift;

    private int value() {
        counter++;
        return 1 << shift;
    }

    private int sendAll(Chan<Integer> a, Chan<Integer> b) {
        for (int sent = 0; ; sent++, shift++) {
            switch (select(send(a, value()), send(b, value()), DEFAULT)) {
                case 0 -> a = null;
                case 1 -> b = null;
                default -> {
                    return sent;
                }
            }
        }
    }

    /** What is to be sent is computed once a select for every arm, for those on the nil channel too: {@code select.go}. */
    @Test
    void select1() {
        Chan<Integer> a = make(1);
        Chan<Integer> b = make(1);
        assertEquals(2, sendAll(a, b));
        assertEquals(3, a.recv() | b.recv());
        assertEquals(1, sendAll(a, null));
        assertEquals(10, counter);
    }

    /** A select goes on with the arm that is ready, and leaves the other alone: {@code select4.go}. */
    @Test
    void select4() {
        Chan<Integer> c = make(1);
        Chan<Integer> never = make();
        c.send(42);
        var x = recv(never);
        var y = recv(c);
        assertEquals(1, select(x, y));
        assertEquals(42, y.value());
        assertThrows(IllegalStateException.class, x::value);
    }

    /**
     * A select that loses on a channel where others wait, as the last in its queue, leaves the queue whole:
     * {@code select6.go}.
     */
    @Test
    void select6() {
        Chan<Boolean> c1 = make();
        Chan<Boolean> c2 = make();
        Task first = Task.startBlocked(c1::recv);
        Chan<Boolean> done = make();
        Task selector = Task.startBlocked(() -> {
            assertEquals(1, select(recv(c1), recv(c2)));
            done.send(true);
            c1.recv();
        });
        c2.send(true);
        done.recv();
        c1.send(true);
        c1.send(true);
        first.join();
        selector.join();
    }

    /** A value may be left unread, in every way to receive against every way to send: {@code select7.go}. */
    @Test
    void select7() {
        interface Way {
            void on(Chan<Integer> c);
        }
        Chan<Integer> other = make();
        List<Way> receives = List.of(Chan::recv, c -> select(recv(c)), c -> select(recv(c), recv(other)));
        List<Way> sends = List.of(c -> c.send(1), c -> select(send(c, 1)), c -> select(send(c, 1), send(other, 1)));
        for (Way receive : receives) {
            for (Way send : sends) {
                Chan<Integer> c = make();
                Task receiver = Task.start(() -> receive.on(c));
                send.on(c);
                receiver.join();
            }
        }
    }

    /** {@code break} leaves an arm, and nothing else: {@code select8.go}. */
    @Test
    void select8() {
        Chan<Integer> c = make();
        Task sender = Task.start(() -> {
            for (;;) {
                c.send(5);
            }
        });
        int left = 0;
        for (int i = 0; i < 4; i++) {
            switch (i) {
                case 0 -> select(recv(c));
                case 1 -> select(DEFAULT);
                case 2 -> select(recv(c), DEFAULT);
                default -> {
                    switch (select(recv(c), send(c, 10), DEFAULT)) {
                        case 0, 2:
                            break;
                        default:
                            fail("nobody receives");
                    }
                }
            }
            left++;
        }
        assertEquals(4, left);
        sender.interrupt();
        assertInstanceOf(CancellationException.class, sender.thrown());
    }
}
