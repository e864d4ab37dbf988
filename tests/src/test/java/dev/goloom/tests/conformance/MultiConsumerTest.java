package dev.goloom.tests.conformance;

import static dev.goloom.Go.*;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import dev.goloom.WaitGroup;
import org.junit.jupiter.api.Test;

/**
 * Work that many range over is done once each, and the results end when the workers have: {@code TestMultiConsumer} of
 * {@code src/runtime/chan_test.go}.
 */
class MultiConsumerTest {
    private static final int WORKERS = 23;
    private static final int N = 100_000;
    private static final int[] PRIMES = {2, 3, 7, 11, 13, 17, 19, 23, 27, 31};

    @Test
    void multiConsumer() {
        Chan<Integer> q = make(WORKERS * 3);
        Chan<Integer> r = make(WORKERS * 3);
        WaitGroup group = new WaitGroup();
        for (int i = 0; i < WORKERS; i++) {
            int own = PRIMES[i % PRIMES.length];
            group.go(() -> {
                for (int v : q) {
                    if (v == own) {
                        gosched();
                    }
                    r.send(v);
                }
            });
        }
        long expected = 0;
        for (int i = 0; i < N; i++) {
            expected += PRIMES[i % PRIMES.length];
        }
        go(() -> {
            for (int i = 0; i < N; i++) {
                q.send(PRIMES[i % PRIMES.length]);
            }
            q.close();
            group.await();
            r.close();
        });
        int n = 0;
        long sum = 0;
        for (int v : r) {
            n++;
            sum += v;
        }
        assertEquals(N, n);
        assertEquals(expected, sum);
    }
}
