package dev.goloom.tests.conformance;

import static dev.goloom.Go.*;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import dev.goloom.Received;
import dev.goloom.RecvChan;
import dev.goloom.SendChan;
import dev.goloom.tests.support.States;
import dev.goloom.tests.support.Task;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What was once broken in Go's channels works here: {@code test/fixedbugs}. */
class FixedBugsTest {
    /** A closure's goroutine sends on a channel of its surroundings: {@code bug067.go}. */
    @Test
    void bug067() {
        Chan<Integer> c = make();
        go(() -> c.send(0));
        assertEquals(0, c.recv());
    }

    /** An unbuffered send waits for its receiver, who may be long in coming: {@code bug147.go}. */
    @Test
    void bug147() {
        Chan<Integer> c = make();
        AtomicInteger count = new AtomicInteger();
        Thread sender = Thread.currentThread();
        Task receiver = Task.startPlatform(() -> {
            c.recv();
            count.incrementAndGet();
            States.awaitBlocked(sender);
            count.incrementAndGet();
            c.recv();
        });
        c.send(1);
        c.send(2);
        assertEquals(2, count.get());
        receiver.join();
    }

    /** A receive tells an element from the end: {@code bug234.go}. */
    @Test
    void bug234() {
        Chan<Integer> c = make(1);
        c.send(100);
        assertEquals(new Received<>(100, true), c.recvOk());
        c.close();
        assertEquals(new Received<>(null, false), c.recvOk());
    }

    /** Either end converts where a channel is sent, in a select too: {@code issue6847.go}. */
    @Test
    void issue6847() {
        Chan<Integer> c = make();
        Chan<RecvChan<Integer>> receiving = make(2);
        Chan<SendChan<Integer>> sending = make(2);
        select(send(receiving, c));
        select(send(sending, c), DEFAULT);
        receiving.send(c);
        var r = recv(receiving);
        select(r);
        RecvChan<Integer> cr = r.value();
        SendChan<Integer> cs = sending.recv();
        Task sender = Task.start(() -> cs.send(5));
        assertEquals(5, cr.recv());
        sender.join();
    }

    /** {@code ok} of a receive in a select with a default changes at the close, not before: {@code issue8347.go}. */
    @Test
    void issue8347() {
        Chan<Boolean> c = make(1);
        for (int i = 0; i < 12; i++) {
            var r = recv(c);
            int chosen = select(r, DEFAULT);
            assertEquals(i <= 10 ? 1 : 0, chosen);
            if (chosen == 0) {
                assertFalse(r.ok());
            }
            if (i == 10) {
                c.close();
            }
        }
    }

    /** Locals of an arm are its own, after a select that received from a closed channel: {@code issue19201.go}. */
    @Test
    void issue19201() {
        Chan<Integer> closed = make();
        closed.close();
        int code = 'a' << 24 | 1;
        switch (select(recv(closed), recv(make()))) {
            case 0 -> assertEquals(0x61000001, code);
            default -> fail("an empty channel");
        }
    }
}
