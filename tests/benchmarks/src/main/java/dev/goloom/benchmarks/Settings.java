package dev.goloom.benchmarks;

/**
 * How long to measure.
 *
 * @param rounds how often every contender has its turn
 * @param warmup seconds of running a workload before measuring it, in each process; for some rows more
 * @param time seconds of measuring it, in each process
 */
record Settings(int rounds, double warmup, double time) {
    /** Seconds of running {@code row} before measuring it. */
    double warmup(Row row) {
        return warmup * row.warmUps();
    }

    String sentence() {
        return "Rounds: %d, each %s s of warm-up and %s s of measuring.".formatted(rounds, warmup, time);
    }
}
