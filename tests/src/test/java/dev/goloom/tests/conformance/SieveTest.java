package dev.goloom.tests.conformance;

import static dev.goloom.Go.*;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import dev.goloom.Launch;
import dev.goloom.RecvChan;
import dev.goloom.SendChan;
import dev.goloom.Synctest;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The prime sieve finds the primes below a hundred: {@code test/chan/sieve1.go} and {@code sieve2.go}. */
class SieveTest {
    private static final List<Integer> PRIMES =
            List.of(2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97);

    private static RecvChan<Integer> numbers() {
        return Launch.generator("generate", 0, c -> {
            for (int i = 2; ; i++) {
                c.send(i);
            }
        });
    }

    private static RecvChan<Integer> filter(RecvChan<Integer> in, int prime) {
        return Launch.generator("filter", 0, c -> {
            for (int i : in) {
                if (i % prime != 0) {
                    c.send(i);
                }
            }
        });
    }

    /** A chain of filters, one a prime: {@code sieve1.go}. */
    @Test
    void sieve1() {
        RecvChan<Integer> c = numbers();
        for (int prime : PRIMES) {
            assertEquals(prime, c.recv());
            c = filter(c, prime);
        }
    }

    /** The same under some schedules of its goroutines, at a smaller size. */
    @Test
    void sieve1Explored() {
        Synctest.explore(20, () -> Synctest.program(() -> {
            RecvChan<Integer> c = numbers();
            for (int prime : PRIMES.subList(0, 6)) {
                assertEquals(prime, c.recv());
                c = filter(c, prime);
            }
        }));
    }

    /**
     * Multiples come out of a heap of generators instead, and a wheel of buffered channels keeps them apart:
     * {@code sieve2.go}.
     */
    @Test
    void sieve2() {
        Chan<Integer> odd = make(50);
        Chan<Integer> primes = make(10);
        go(() -> oddNumbers(odd));
        go(() -> sieve(odd, primes));
        List<Integer> found = new ArrayList<>();
        for (int p = primes.recv(); p < 100; p = primes.recv()) {
            found.add(p);
        }
        assertEquals(PRIMES, found);
        primes.cancel();
        odd.cancel();
    }

    private static void oddNumbers(SendChan<Integer> out) {
        for (int i = 3; ; i += 2) {
            out.send(i);
        }
    }

    /** A channel of the multiples of each prime, from its square; they are merged by the head of each. */
    private static void sieve(RecvChan<Integer> odd, SendChan<Integer> primes) {
        primes.send(2);
        TreeMap<Integer, List<RecvChan<Integer>>> heads = new TreeMap<>();
        for (int n : odd) {
            List<RecvChan<Integer>> due = heads.remove(n);
            if (due == null) {
                primes.send(n);
                enter(heads, multiples(n));
            } else {
                due.forEach(c -> enter(heads, c));
            }
        }
    }

    private static RecvChan<Integer> multiples(int prime) {
        return Launch.generator("multiples", 10, c -> {
            for (int n = prime * prime; ; n += 2 * prime) {
                c.send(n);
            }
        });
    }

    private static void enter(TreeMap<Integer, List<RecvChan<Integer>>> heads, RecvChan<Integer> c) {
        heads.computeIfAbsent(c.recv(), n -> new ArrayList<>()).add(c);
    }
}
