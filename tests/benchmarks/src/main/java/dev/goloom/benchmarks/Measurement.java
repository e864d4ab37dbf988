package dev.goloom.benchmarks;

import dev.goloom.benchmarks.workloads.Contender;
import java.util.ArrayList;
import java.util.List;

/**
 * What one contender needed for one row.
 *
 * @param row the name of the row
 * @param contender who
 * @param values a value a round, nanoseconds or bytes for an operation
 * @param signals what a {@link Signal} took just before each
 */
record Measurement(String row, Contender contender, List<Double> values, List<Double> signals) {
    Measurement(String row, Contender contender) {
        this(row, contender, new ArrayList<>(), new ArrayList<>());
    }

    double median() {
        return median(values);
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
