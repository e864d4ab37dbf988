package dev.goloom.benchmarks.workloads;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * How many bytes of the heap one of something takes: the difference between before and after, each after collections, divided
 * by how many there are. A run takes a JVM of its own, which ends with whatever is still blocked in it.
 */
public abstract class Heap {
    private static final List<Heap> KINDS = List.of(new HeapParked(), new HeapChannel(), new HeapGenerator());

    /** After three, frames no longer become smaller. */
    private static final int ROUNDS_BEFORE = 4;

    /** Makes {@code count} of them, and returns what keeps them alive once every goroutine has begun to wait. */
    abstract Object make(Library library, int capacity, int count) throws InterruptedException;

    /** Bytes for each of {@code count}. */
    private double measure(Contender contender, int capacity, int count) throws InterruptedException {
        Library library = contender.library();
        // More beforehand: what is set up once is paid for, and the frames that will be parked are those of compiled code.
        List<Object> kept = new ArrayList<>();
        for (int i = 0; i < ROUNDS_BEFORE; i++) {
            kept.add(make(library, capacity, count));
        }
        long before = used();
        kept.add(make(library, capacity, count));
        long after = used();
        if (kept.size() != ROUNDS_BEFORE + 1) {
            throw new AssertionError("unreachable: all are alive until here");
        }
        return (double) (after - before) / count;
    }

    /** What is in use after a collection, once two in a row agree to a thousandth. */
    private static long used() {
        long last = -1;
        for (;;) {
            System.gc();
            long now = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            if (Math.abs(now - last) <= now / 1000) {
                return now;
            }
            last = now;
        }
    }

    /** Prints the bytes. Arguments: the name of its class, the contender, the capacity, the count. */
    public static void main(String[] args) throws InterruptedException {
        Heap kind = KINDS.stream().filter(k -> k.getClass().getSimpleName().equals(args[0])).findFirst().orElseThrow();
        double bytes = kind.measure(Contender.valueOf(args[1]), Integer.parseInt(args[2]), Integer.parseInt(args[3]));
        System.out.println(bytes);
        System.exit(0);
    }
}
