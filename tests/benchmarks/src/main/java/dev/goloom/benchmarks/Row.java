package dev.goloom.benchmarks;

import dev.goloom.benchmarks.workloads.Contender;
import dev.goloom.benchmarks.workloads.Heap;
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

    /** What grows, in a section about growth. */
    int size() {
        return section == Section.GOROUTINES ? ops : width;
    }

    /** The time of the whole work, if one operation takes {@code each}. */
    double whole(double each) {
        return each * ops;
    }
}
