package dev.goloom.benchmarks;

import dev.goloom.benchmarks.workloads.Contender;
import dev.goloom.benchmarks.workloads.Heap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Measures bytes, in a JVM that does nothing else. */
final class HeapMeasurer implements Measurer {
    @Override
    public double measure(Row row, Contender contender) throws IOException, InterruptedException {
        return Double.parseDouble(Output.of(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"),
                Heap.class.getName(), row.type().getSimpleName(), contender.name(),
                String.valueOf(row.capacity()), String.valueOf(row.ops()))));
    }
}
