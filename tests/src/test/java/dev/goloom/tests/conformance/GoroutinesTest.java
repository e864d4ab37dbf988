package dev.goloom.tests.conformance;

import static dev.goloom.Go.*;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import dev.goloom.WaitGroup;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand goroutines in a chain, each waiting for its neighbour, hand a value through and end:
 * {@code test/chan/goroutines.go}.
 */
class GoroutinesTest {
    @Test
    void chain() {
        Chan<Integer> leftmost = make();
        Chan<Integer> left = leftmost;
        WaitGroup ended = new WaitGroup();
        for (int i = 0; i < 10_000; i++) {
            Chan<Integer> to = left;
            Chan<Integer> from = make();
            ended.go(() -> to.send(from.recv() + 1));
            left = from;
        }
        Chan<Integer> rightmost = left;
        ended.go(() -> rightmost.send(1));
        assertEquals(10_001, leftmost.recv());
        ended.await();
    }
}
