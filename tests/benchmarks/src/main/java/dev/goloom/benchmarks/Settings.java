package dev.goloom.benchmarks;

/**
 * How long to measure.
 *
 * @param rounds how often every contender has its turn
 * @param warmup seconds of running a workload before measuring it, in each process
 * @param time seconds of measuring it, in each process
 */
record Settings(int rounds, double warmup, double time) {}
