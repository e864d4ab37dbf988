package dev.goloom.tests.conformance;

import static dev.goloom.Go.*;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import dev.goloom.tests.support.Task;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A select chooses at random: {@code TestSelectFairness} and {@code TestPseudoRandomSend} of {@code src/runtime/chan_test.go}. */
class SelectFairnessTest {
    /**
     * Of two full channels each is received from about as often as the other, though two empty ones stand before them.
     *
     * <p>A count of k = 10 000 trials is binomial with mean 5 000. By Hoeffding's bound it is further than t from that with a
     * chance of at most 2 exp(-2t²/k); for t = 390 that is 2 exp(-30), less than 2e-13.
     */
    @Test
    void selectFairness() {
        int k = 10_000;
        Chan<Integer> c1 = make(k + 1);
        Chan<Integer> c2 = make(k + 1);
        for (int i = 0; i <= k; i++) {
            c1.send(1);
            c2.send(2);
        }
        Chan<Integer> c3 = make();
        Chan<Integer> c4 = make();
        Chan<Integer> out = make();
        Chan<Boolean> done = make();
        Task selector = Task.start(() -> {
            for (;;) {
                var r3 = recv(c3);
                var r4 = recv(c4);
                var r1 = recv(c1);
                var r2 = recv(c2);
                int value = switch (select(r3, r4, r1, r2)) {
                    case 2 -> r1.value();
                    case 3 -> r2.value();
                    default -> throw new AssertionError("an empty channel");
                };
                if (select(send(out, value), recv(done)) == 1) {
                    return;
                }
            }
        });
        int ones = 0;
        for (int i = 0; i < k; i++) {
            ones += out.recv() == 1 ? 1 : 0;
        }
        done.close();
        selector.join();
        assertEquals(k / 2.0, ones, 390);
    }

    /**
     * A select that can send either of two values to one channel sends each at times, whether the channel is buffered or a
     * receiver waits: {@code TestPseudoRandomSend}. The bound is that of {@link #selectFairness}: for k = 1 000 and t = 123,
     * 2 exp(-30).
     */
    @Test
    void pseudoRandomSend() {
        int k = 1_000;
        for (Supplier<Chan<Integer>> makes : List.<Supplier<Chan<Integer>>>of(() -> make(), () -> make(k))) {
            Chan<Integer> c = makes.get();
            int[] sum = {0};
            Task receiver = Task.start(() -> {
                for (int i = 0; i < k; i++) {
                    gosched();
                    sum[0] += c.recv();
                }
            });
            for (int i = 0; i < k; i++) {
                select(send(c, 1), send(c, 0));
            }
            receiver.join();
            if (c.cap() > 0) {
                assertEquals(k / 2.0, sum[0], 123);
            } else {
                // A receiver that comes to a select that waits takes what its first arm offers, as in Go; so it is not half.
                assertTrue(sum[0] > k / 10 && sum[0] < k, () -> sum[0] + " of " + k);
            }
        }
    }
}
