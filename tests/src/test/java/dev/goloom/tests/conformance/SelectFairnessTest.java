package dev.goloom.tests.conformance;

import static dev.goloom.Go.*;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import dev.goloom.tests.support.Task;
import org.junit.jupiter.api.Test;

/**
 * A select chooses at random: {@code TestSelectFairness} and {@code TestPseudoRandomSend} of
 * {@code src/runtime/chan_test.go}.
 */
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
     * A select that can send either of two values to one channel sends each as often, whether there is room in the buffer, a
     * receiver comes, or one waits: {@code TestPseudoRandomSend}. The bound is that of {@link #selectFairness}: for k = 1 000
     * and t = 123, 2 exp(-30).
     */
    @Test
    void pseudoRandomSend() {
        int k = 1_000;
        for (int capacity : new int[] {0, k}) {
            Chan<Integer> c = make(capacity);
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
            assertEquals(k / 2.0, sum[0], 123);
        }
    }

    /** The same for a select that waits, in each of its ways: whoever comes makes all arms on the channel ready at once. */
    @Test
    void armsThatBecomeReadyTogether() {
        int k = 1_000;
        int sent = 0;
        int received = 0;
        int closed = 0;
        for (int i = 0; i < k; i++) {
            Chan<Integer> c = make();
            int[] chosen = {0};
            Task sender = Task.startBlocked(() -> select(recv(null), send(c, 1), send(c, 0)));
            sent += c.recv();
            sender.join();
            Task receiver = Task.startBlocked(() -> chosen[0] = select(recv(c), recv(c), recv(null)));
            c.send(1);
            receiver.join();
            received += chosen[0];
            Task both = Task.startBlocked(() -> chosen[0] = select(recv(c), recv(make()), recv(c)));
            c.close();
            both.join();
            closed += chosen[0] / 2;
        }
        assertEquals(k / 2.0, sent, 123);
        assertEquals(k / 2.0, received, 123);
        assertEquals(k / 2.0, closed, 123);
    }
}
