package dev.goloom.benchmarks.workloads;

import org.openjdk.jmh.annotations.Benchmark;

/** The prime sieve over the numbers up to {@code width}: the whole of it is one operation. Zero ends the stream. */
public class Sieve extends Workload {
    /** One invocation. */
    @Benchmark
    public int run() throws InterruptedException {
        int primes = 0;
        for (int i = 0; i < ops; i++) {
            Library.Pipe numbers = library.make(capacity);
            library.go(() -> generate(numbers));
            primes += sieve(numbers);
        }
        return primes;
    }

    private int sieve(Library.Pipe numbers) throws InterruptedException {
        int primes = 0;
        Library.Pipe from = numbers;
        for (int prime = from.recv(); prime != 0; prime = from.recv()) {
            primes++;
            Library.Pipe unfiltered = from;
            Library.Pipe filtered = library.make(capacity);
            int divisor = prime;
            library.go(() -> filter(unfiltered, filtered, divisor));
            from = filtered;
        }
        return primes;
    }

    private void generate(Library.Pipe to) throws InterruptedException {
        for (int i = 2; i <= width; i++) {
            to.send(i);
        }
        to.send(0);
    }

    private static void filter(Library.Pipe from, Library.Pipe to, int prime) throws InterruptedException {
        for (int i = from.recv(); i != 0; i = from.recv()) {
            if (i % prime != 0) {
                to.send(i);
            }
        }
        to.send(0);
    }
}
