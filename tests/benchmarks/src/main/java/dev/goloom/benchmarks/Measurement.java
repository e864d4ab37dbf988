package dev.goloom.benchmarks;

import dev.goloom.benchmarks.workloads.Contender;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What one contender needed for one row.
 *
 * @param row the name of the row
 * @param contender who
 * @param values a value a round, nanoseconds or bytes for an operation
 */
record Measurement(String row, Contender contender, List<Double> values) {
    Measurement(String row, Contender contender) {
        this(row, contender, new ArrayList<>());
    }

    double median() {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    double min() {
        return Collections.min(values);
    }

    double max() {
        return Collections.max(values);
    }
}
