package dev.goloom.tests.conformance;

import static dev.goloom.Go.*;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import dev.goloom.Go;
import org.junit.jupiter.api.Test;

/** What an element may be: {@code test/chan/sendstmt.go}, {@code zerosize.go} and {@code TestChanSendInterface}. */
class SendStmtTest {
    /** Channels travel on channels, and can be received and sent to in one expression: {@code sendstmt.go}, {@code chanchan}. */
    @Test
    void chanchan() {
        Chan<Chan<Integer>> cc = make(1);
        Chan<Integer> c = make(1);
        cc.send(c);
        assertEquals(0, select(send(cc.recv(), 2), DEFAULT));
        assertEquals(2, c.recv());
    }

    /** What is sent is the value of the whole expression: {@code sendstmt.go}, {@code sendprec}. */
    @Test
    void sendprec() {
        Chan<Boolean> c = make(1);
        boolean no = false;
        c.send(no || true);
        assertTrue(c.recv());
    }

    /** Elements that carry nothing are still counted and received one by one: {@code zerosize.go}. */
    @Test
    void zerosize() {
        record Empty() {}
        assertFalse(Go.<Empty>make().trySend(new Empty()));
        Chan<Empty> c = make(1);
        assertTrue(c.trySend(new Empty()));
        assertFalse(c.trySend(new Empty()));
        assertEquals(new Empty(), c.recv());
        Chan<Void> onlyClosed = make();
        onlyClosed.close();
        assertNull(onlyClosed.recv());
    }

    /**
     * A channel of a general type takes elements of any subtype, by plain and non-blocking sends and in a select with several
     * arms, and hands on the very object: {@code TestChanSendInterface} of {@code src/runtime/chan_test.go}.
     */
    @Test
    void chanSendInterface() {
        Chan<Object> c = make(1);
        StringBuilder element = new StringBuilder("mutable");
        c.send(element);
        assertEquals(1, select(send(c, element), DEFAULT));
        assertEquals(2, select(send(c, element), send(c, 1), DEFAULT));
        assertSame(element, c.recv());
        assertNotEquals(2, select(send(c, element), send(c, 1), DEFAULT));
    }
}
