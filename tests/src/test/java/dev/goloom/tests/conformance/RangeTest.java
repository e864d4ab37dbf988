package dev.goloom.tests.conformance;

import static dev.goloom.Go.*;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import dev.goloom.Launch;
import dev.goloom.RecvChan;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** A loop over a channel takes every element until the close, and evaluates the channel once: {@code test/range.go}. */
class RangeTest {
    private int made;

    private RecvChan<Character> seq(char low, char high) {
        made++;
        return Launch.generator("seq", 0, c -> {
            for (char i = low; i <= high; i++) {
                c.send(i);
            }
        });
    }

    @Test
    void testchan() {
        StringBuilder text = new StringBuilder();
        for (char c : seq('a', 'z')) {
            text.append(c);
        }
        assertEquals("abcdefghijklmnopqrstuvwxyz", text.toString());
        int n = 0;
        for (Character ignored : seq('a', 'z')) {
            n++;
        }
        assertEquals(26, n);
        assertEquals(2, made);
    }

    /** A loop that is left does not take the next element. */
    @Test
    void breakTakesNoMore() {
        Chan<Integer> c = make(3);
        for (int i = 0; i < 3; i++) {
            c.send(i);
        }
        c.close();
        for (int v : c) {
            assertEquals(0, v);
            break;
        }
        for (int v : c) {
            assertEquals(1, v);
            break;
        }
        assertEquals(1, c.len());
    }

    /** What an iterator of Java promises besides. */
    @Test
    void iterator() {
        Chan<Integer> c = make(2);
        c.send(1);
        c.send(2);
        c.close();
        Iterator<Integer> iterator = c.iterator();
        assertTrue(iterator.hasNext());
        assertTrue(iterator.hasNext());
        assertEquals(1, iterator.next());
        assertEquals(2, iterator.next());
        assertFalse(iterator.hasNext());
        assertThrows(NoSuchElementException.class, iterator::next);
        assertThrows(UnsupportedOperationException.class, iterator::remove);
    }
}
