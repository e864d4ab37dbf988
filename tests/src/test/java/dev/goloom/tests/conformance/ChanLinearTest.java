package dev.goloom.tests.conformance;

import static dev.goloom.Go.*;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import dev.goloom.WaitGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/** To leave a queue takes the same time however many wait in it: {@code test/chanlinear.go}. */
class ChanLinearTest {
    private static final int TRIES = 10;
    private static final int MESSAGES = 10;

    /**
     * Twice the goroutines take about twice the time. A queue that is searched takes four times as long; the bound is three.
     * As other work may disturb a measurement, the best of a few has to keep to it.
     */
    private static void assertLinear(int n, IntConsumer work) {
        work.accept(n);
        double ratio = Double.MAX_VALUE;
        for (int i = 0; i < TRIES && ratio > 3; i++) {
            long once = time(n, work);
            long twice = time(2 * n, work);
            ratio = Math.min(ratio, (double) twice / once);
        }
        assertTrue(ratio <= 3, "twice as many took " + ratio + " times as long");
    }

    private static long time(int n, IntConsumer work) {
        long begin = System.nanoTime();
        work.accept(n);
        return System.nanoTime() - begin;
    }

    /** Everybody waits for a channel of his own and for one that all share, and is woken by his own: {@code chanSelect}. */
    @Test
    void chanSelect() {
        assertLinear(4_000, n -> {
            Chan<Boolean> shared = make();
            List<Chan<Boolean>> own = new ArrayList<>();
            WaitGroup group = new WaitGroup();
            for (int i = 0; i < n; i++) {
                Chan<Boolean> mine = make();
                own.add(mine);
                group.go(() -> {
                    for (int j = 0; j < MESSAGES; j++) {
                        select(recv(shared), recv(mine));
                    }
                });
            }
            for (int j = 0; j < MESSAGES; j++) {
                own.forEach(c -> c.send(true));
            }
            group.await();
        });
    }
}
