package dev.goloom.benchmarks;

import dev.goloom.benchmarks.workloads.Contender;
import dev.goloom.benchmarks.workloads.Heap;
import dev.goloom.benchmarks.workloads.MakeChannel;
import dev.goloom.benchmarks.workloads.Parked;
import dev.goloom.benchmarks.workloads.Timers;
import java.util.List;

/**
 * A workload at one size: a row of a table.
 *
 * @param name what {@code --workloads} selects it by
 * @param title what the table says
 * @param section which table it is in
 * @param type its class; Go's workload is called as it
 * @param ops how many operations one invocation does
 * @param capacity of the channels
 * @param width of goroutines or cases
 * @param contenders who can do it
 * @param goal at most this many times Go's figure; infinite where nothing is promised
 */
record Row(
        String name, String title, Section section, Class<?> type, int ops, int capacity, int width, List<Contender> contenders,
        double goal) {

    /** With so many goroutines at once it takes a JVM longer to get its heap to the size that it will have. */
    private static final int MANY = 100_000;

    enum Section {
        /** The comparison. */
        MAIN,

        /** What a Synctest, once it has run, costs ordinary channels. */
        SEAM,

        /** The same work at growing sizes, which {@link Row#ops} or {@link Row#width} tells. */
        GOROUTINES, ARMS, SENDERS
    }

    /** Whether bytes are measured, not nanoseconds. */
    boolean isHeap() {
        return Heap.class.isAssignableFrom(type);
    }

    /** How many times as long as others it is warmed up. */
    int warmUps() {
        boolean goroutineForEachOperation = type == Timers.class || type == Parked.class;
        boolean nothingButAllocation = type == MakeChannel.class;
        return goroutineForEachOperation && ops >= MANY || nothingButAllocation ? 3 : 1;
    }

    /** What grows, in a section about growth. */
    int size() {
        return section == Section.GOROUTINES ? ops : width;
    }

    /** The time of the whole work, if one operation takes {@code each}. */
    double whole(double each) {
        return each * ops;
    }
}
