package dev.goloom.tests.conformance;

import static dev.goloom.Go.*;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import org.junit.jupiter.api.Test;

/** Lengths and capacities, and those that there cannot be: {@code test/chancap.go}, {@code test/fixedbugs/bug273.go}. */
class ChanCapTest {
    @Test
    void chancap() {
        Chan<Integer> c = make(10);
        assertEquals(0, c.len());
        assertEquals(10, c.cap());
        for (int i = 0; i < 3; i++) {
            c.send(i);
        }
        assertEquals(3, c.len());
        assertEquals(10, c.cap());
        Chan<Integer> unbuffered = make();
        assertEquals(0, unbuffered.len());
        assertEquals(0, unbuffered.cap());
        assertEquals(0, make(0).cap());
        assertEquals(0, Chan.nil().len());
        assertEquals(0, Chan.nil().cap());
    }

    /** A negative capacity is an error that says so. */
    @Test
    void bug273() {
        for (int capacity : new int[] {-1, -1000, Integer.MIN_VALUE}) {
            IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> make(capacity));
            assertTrue(e.getMessage().contains(String.valueOf(capacity)), e::getMessage);
        }
    }

    /** What nobody reads is still counted after the close, and no longer after a cancellation. */
    @Test
    void afterTheEnd() {
        Chan<Integer> c = make(4);
        c.send(1);
        c.send(2);
        c.close();
        assertEquals(2, c.len());
        c.recv();
        assertEquals(1, c.len());
        c.cancel();
        assertEquals(0, c.len());
        assertEquals(4, c.cap());
    }
}
