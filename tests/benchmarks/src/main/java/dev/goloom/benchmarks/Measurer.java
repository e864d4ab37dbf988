package dev.goloom.benchmarks;

import dev.goloom.benchmarks.workloads.Contender;

/** Measures one row once. */
interface Measurer {
    /** Nanoseconds, or bytes, for an operation, in a process of its own. */
    double measure(Row row, Contender contender) throws Exception;
}
