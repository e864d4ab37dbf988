package dev.goloom.tests.support;

import java.time.Duration;

/**
 * Runs random rounds for a bounded time, each from a seed of its own. {@code -Dgoloom.stress.seconds=N} makes every random
 * test as long as one likes, {@code -Dgoloom.seed=S} begins with another seed.
 */
public final class Stress {
    private static final long FIRST_SEED = Long.getLong("goloom.seed", 20261124);

    private Stress() {}

    /** A round, from its seed. */
    @FunctionalInterface
    public interface Round {
        /** Returns how many operations it had. */
        long run(long seed) throws Exception;
    }

    /** Runs rounds for {@code seconds}, or as many as the property says; a failure tells the seed. */
    public static void run(String name, int seconds, Round round) {
        Duration time = Duration.ofSeconds(Integer.getInteger("goloom.stress.seconds", seconds));
        long begin = System.nanoTime();
        long operations = 0;
        long seed = FIRST_SEED;
        for (; System.nanoTime() - begin < time.toNanos(); seed++) {
            try {
                operations += round.run(seed);
            } catch (Throwable failure) {
                throw new AssertionError(name + ", seed " + seed + ", after " + (System.nanoTime() - begin) / 1_000_000
                        + " ms: run with -Dgoloom.seed=" + seed, failure);
            }
        }
        System.out.println(name + ": " + operations + " operations in " + (seed - FIRST_SEED) + " rounds, " + time.toSeconds()
                + " s, from seed " + FIRST_SEED);
    }
}
