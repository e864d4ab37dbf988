package dev.goloom;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Decides who runs next in a {@link World}, from a seed that holds all it needs:
 * <pre>
 *   bit 0      the strategy: 0 random, 1 by priorities
 *   bits 1-3   for priorities, the depth d
 *   bits 4-8   for priorities, the logarithm of the number of steps k that is expected
 *   bits 9-63  chance
 * </pre>
 * One generator of random numbers serves the schedule, another, split from it, the program, so that what the program
 * draws does not depend on how often it was asked who is next.
 */
abstract sealed class Schedule {
    /** Of the schedule. */
    final SplittableRandom random;

    private final SplittableRandom ofProgram;

    private Schedule(long seed) {
        this.random = new SplittableRandom(seed);
        this.ofProgram = random.split();
    }

    /** The schedule that {@code seed} stands for. */
    static Schedule of(long seed) {
        return (seed & 1) == 0 ? new AtRandom(seed) : new ByPriorities(seed);
    }

    /** A seed of the random strategy. */
    static long randomSeed(long chance) {
        return chance << 9;
    }

    /** A seed of the strategy by priorities. */
    static long prioritiesSeed(long chance, int depth, int steps) {
        int logarithm = Math.min(31, 32 - Integer.numberOfLeadingZeros(Math.max(1, steps - 1)));
        return chance << 9 | (long) logarithm << 4 | (long) depth << 1 | 1;
    }

    /** A random number for the program, from 0 (inclusive) to {@code bound} (exclusive). */
    final long random(long bound) {
        return ofProgram.nextLong(bound);
    }

    /** One of {@code many}, all with the same chance, where no priority decides. */
    final int any(int many) {
        return many == 1 ? 0 : random.nextInt(many);
    }

    /** A goroutine has been started. */
    abstract void started(Actor actor);

    /**
     * Chooses one of those that can run.
     *
     * @param current who holds the turn and could keep it; null if it cannot
     * @param yields whether {@code current} asks to let others run
     */
    abstract Actor choose(List<Actor> runnable, Actor current, boolean yields);

    /** At each step anyone who can run is next, with the same chance. */
    private static final class AtRandom extends Schedule {
        AtRandom(long seed) {
            super(seed);
        }

        @Override
        void started(Actor actor) {}

        @Override
        Actor choose(List<Actor> runnable, Actor current, boolean yields) {
            return runnable.get(any(runnable.size()));
        }
    }

    /**
     * PCT, of "A Randomized Scheduler with Probabilistic Guarantees of Finding Bugs" (Burckhardt, Kothari, Musuvathi,
     * Nagarakatti; ASPLOS 2010). Each goroutine gets a random priority of d or more, and the highest that can run does.
     * Of the k steps, d - 1 are drawn at random: whoever runs when the i-th of those is reached, in the order of their
     * drawing, gets the priority i. With n goroutines a bug that needs d orderings is found with a chance of at least
     * 1 / (n k^(d-1)).
     *
     * <p>One that yields, or keeps the turn for very long, is most likely waiting for somebody else by looking again and
     * again: it drops below all.
     */
    private static final class ByPriorities extends Schedule {
        private static final int LONGEST_TURN = 1000;

        /** All depths are less. */
        private static final int LOWEST_AT_FIRST = 8;

        /** The steps at which priorities change. */
        private final long[] changes;

        private long step;
        private int below;
        private Actor last;
        private int turn;

        ByPriorities(long seed) {
            super(seed);
            int depth = (int) (seed >>> 1 & 7);
            int logarithm = (int) (seed >>> 4 & 31);
            this.changes = random.longs(Math.max(0, depth - 1), 1, (1L << logarithm) + 1).toArray();
        }

        @Override
        void started(Actor actor) {
            actor.priority = random.nextInt(LOWEST_AT_FIRST, Integer.MAX_VALUE);
        }

        @Override
        Actor choose(List<Actor> runnable, Actor current, boolean yields) {
            if (current != null) {
                changePriority(current, yields);
            }
            Actor highest = runnable.getFirst();
            for (Actor actor : runnable) {
                if (actor.priority > highest.priority) {
                    highest = actor;
                }
            }
            return highest;
        }

        private void changePriority(Actor current, boolean yields) {
            step++;
            for (int i = 0; i < changes.length; i++) {
                if (changes[i] == step) {
                    current.priority = i + 1;
                }
            }
            turn = current == last ? turn + 1 : 0;
            last = current;
            if (yields || turn > LONGEST_TURN) {
                current.priority = --below;
                turn = 0;
            }
        }
    }
}
