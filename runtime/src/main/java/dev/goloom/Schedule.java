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
 * One generator of random numbers serves the schedule, another the program, so that what the program draws does not
 * depend on how often it was asked who is next.
 */
abstract sealed class Schedule {
    private final SplittableRandom ofProgram;

    private Schedule(long seed) {
        this.ofProgram = new SplittableRandom(seed ^ 0x9E3779B97F4A7C15L);
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
        private final SplittableRandom random;

        AtRandom(long seed) {
            super(seed);
            this.random = new SplittableRandom(seed);
        }

        @Override
        void started(Actor actor) {}

        @Override
        Actor choose(List<Actor> runnable, Actor current, boolean yields) {
            return runnable.size() == 1 ? runnable.getFirst() : runnable.get(random.nextInt(runnable.size()));
        }
    }

    /**
     * PCT, of "A Randomized Scheduler with Probabilistic Guarantees of Finding Bugs" (Burckhardt, Kothari, Musuvathi,
     * Nagarakatti; ASPLOS 2010): each goroutine gets a random priority, and the highest that can run does. At d - 1
     * random steps the priority of whoever runs drops below all others. With n goroutines and k steps a bug that needs d
     * orderings is found with a chance of at least 1 / (n k^(d-1)). One that yields, or keeps the turn for very long, is
     * most likely waiting for somebody else by looking again and again: it drops as well.
     */
    private static final class ByPriorities extends Schedule {
        private static final int LONGEST_TURN = 1000;

        private final SplittableRandom random;
        private final long[] changes;
        private long step;
        private int lowest;
        private Actor last;
        private int turn;

        ByPriorities(long seed) {
            super(seed);
            this.random = new SplittableRandom(seed);
            int depth = (int) (seed >>> 1 & 7);
            int logarithm = (int) (seed >>> 4 & 31);
            this.changes = random.longs(Math.max(0, depth - 1), 1, (1L << logarithm) + 1).toArray();
        }

        @Override
        void started(Actor actor) {
            actor.priority = 1 + random.nextInt(Integer.MAX_VALUE - 1);
        }

        @Override
        Actor choose(List<Actor> runnable, Actor current, boolean yields) {
            if (current != null) {
                step++;
                turn = current == last ? turn + 1 : 0;
                last = current;
                boolean drops = yields || turn > LONGEST_TURN;
                for (long change : changes) {
                    drops |= change == step;
                }
                if (drops) {
                    current.priority = --lowest;
                    turn = 0;
                }
            }
            Actor highest = runnable.getFirst();
            for (Actor actor : runnable) {
                if (actor.priority > highest.priority) {
                    highest = actor;
                }
            }
            return highest;
        }
    }
}
