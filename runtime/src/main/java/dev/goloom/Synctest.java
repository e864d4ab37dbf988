package dev.goloom;

import java.time.Instant;
import java.util.Objects;

/**
 * Tests concurrent programs in virtual time, and finds the schedules under which they fail: Go's
 * {@code testing/synctest}, and more. It works in any test framework.
 *
 * <pre>{@code
 * @Test
 * void slowServiceTimesOut() {
 *     Synctest.run(() -> {
 *         RecvChan<String> reply = go.slowService(ofHours(1));
 *         var r = recv(reply);
 *         assertEquals(1, select(r, recv(after(ofMinutes(5)))));
 *     });
 * }
 * }</pre>
 *
 * <p>The body is the main goroutine of a closed world. The goroutines that are started in it, and the channels, timers,
 * contexts, wait groups and groups that are made in it, belong to it. Exactly one of its goroutines runs at a time. Time
 * is virtual: when all are blocked, the clock jumps to the next timer, so that an hour of sleeping takes no time.
 * {@link Go#rand(int)} is seeded. So a run is the same every time, as long as nothing else in the body depends on chance
 * or on the system's clock.
 *
 * <p>What belongs to a world is used only by its goroutines: not after its end, not by another world, not by a thread
 * that is started in the body otherwise than by {@code go}. Its goroutines use no timers, contexts and wait groups that do
 * not belong to it, and must not have to wait on such channels. Either is an {@link IllegalStateException} that says so; but
 * what never changes may be read by anybody, as {@link Timer#c()}, {@link Context#done()}, {@link Context#deadline()} and
 * {@link Context#value}.
 *
 * <p>What happens outside the runtime is not controlled. A goroutine that blocks there, in a lock, in I/O or in
 * {@link Thread#sleep}, keeps the whole world waiting; if that takes longer than three seconds the run fails and says
 * where. So does a run in which a goroutine computes for 30 seconds without an operation of the runtime, or in which
 * goroutines perform ten million operations, in turn or alone, while no time passes or after the body has returned. Only
 * then, and where the thread that has called {@code run} is interrupted, may goroutines outlive the run: they are interrupted, and
 * nobody waits for them. An interrupt of a goroutine's thread is noticed at
 * the next operation of any goroutine; where there are thousands, some operations later. Until the interrupted goroutine
 * goes on, others may or may not find it {@linkplain Thread#isInterrupted() interrupted}.
 *
 * <p>Collection plays no part: the generators that are left when the body returns are cancelled in the order of their
 * making. The failure of a channel that nobody has received is reported on standard error at the end of the run, which it does
 * not fail. No signal reaches {@link Context#onInterrupt()}.
 *
 * <p>A failure is an {@link AssertionError}. Its message is the report, its cause the exception, if it was one.
 *
 * @see <a href="https://pkg.go.dev/testing/synctest">testing/synctest</a>
 */
public final class Synctest {
    private static final long SEED_OF_RUN = Schedule.randomSeed(1);

    private Synctest() {}

    /**
     * Runs {@code body} in a world of its own, under one schedule, the same every time. Blocks until the body has
     * returned and every goroutine has ended; if the calling thread is interrupted, the run fails.
     *
     * @param body the main goroutine
     * @throws AssertionError if an exception leaves the body or another goroutine of the world, or if goroutines are
     *     blocked for good: then the message is the deadlock report
     * @throws IllegalStateException if called inside a Synctest
     */
    public static void run(Go.Body body) {
        newWorld(SEED_OF_RUN).run(checked(body));
    }

    /**
     * Runs {@code body} as a program that ends when its main returns: then whoever is left is cancelled, one after the
     * other, as Go drops them, and what they throw is ignored. Otherwise it is {@link #run}. In the body of a Synctest it
     * runs its own body in that world, so that {@code explore(100, () -> program(body))} explores a program.
     *
     * @param body the main goroutine
     * @throws AssertionError as {@link #run} does; in the body of a Synctest, what leaves {@code body} leaves this method as it
     *     is, checked exceptions, too
     * @throws IllegalStateException if called by another goroutine of a Synctest than its main one
     */
    public static void program(Go.Body body) {
        Go.Body main = checked(body);
        World world = World.current();
        if (world == null) {
            newWorld(SEED_OF_RUN).run(() -> programIn(World.current(), main));
        } else {
            world.checkMayRunProgram();
            try {
                programIn(world, main);
            } catch (Throwable thrown) {
                Program.<RuntimeException>rethrow(thrown);
            }
        }
    }

    private static void programIn(World world, Go.Body main) throws Throwable {
        main.run();
        world.endOthers();
    }

    /**
     * Runs {@code body} under that many different schedules: at each operation of the runtime any goroutine that can run
     * may be the next, and when several alarms are due at the same time they come in any order. The first failure ends
     * the exploration. Its message has the seed, the line to paste that shows it again, {@link #replay}, and the schedule:
     * who did what on which channel, in order, at which virtual time, and what came of it; the latest of it, if it is
     * long.
     *
     * <p>Two strategies take turns: random choice at each operation, and priorities that change at a few random points
     * (PCT), which finds a bug that needs few orderings with a chance that has a lower bound. The same schedules are
     * tried every time.
     *
     * @param schedules how many, 1 or more
     * @param body the main goroutine; it is run many times, so it should make everything that it uses
     * @throws AssertionError if a schedule fails, as {@link #run} does
     * @throws IllegalArgumentException if {@code schedules} is less than 1
     * @throws IllegalStateException if called inside a Synctest
     * @see <a href="https://doi.org/10.1145/1736020.1736040">A Randomized Scheduler with Probabilistic Guarantees of
     *     Finding Bugs</a>
     */
    public static void explore(int schedules, Go.Body body) {
        if (schedules < 1) {
            throw new IllegalArgumentException("explore: 1 schedule or more, not " + schedules);
        }
        checked(body);
        int steps = 1;
        for (int i = 0; i < schedules; i++) {
            int round = i / 2;
            long seed = i % 2 == 0
                    ? Schedule.randomSeed(i + 1)
                    : Schedule.prioritiesSeed(i + 1, 1 + round % 4, steps);
            steps = Math.max(steps, runSeed(seed, body, "schedule " + (i + 1) + " of " + schedules + " failed"));
        }
    }

    /**
     * Runs {@code body} under the schedule that a failed exploration has named; it fails in the same way every time.
     *
     * @param seed as the failure's message has it
     * @param body the body that was explored
     * @throws AssertionError as {@link #explore} does
     * @throws IllegalStateException if called inside a Synctest
     */
    public static void replay(long seed, Go.Body body) {
        runSeed(seed, checked(body), "the replayed schedule failed");
    }

    /** Runs one schedule and returns how many steps it had. */
    private static int runSeed(long seed, Go.Body body, String title) {
        World world = newWorld(seed);
        try {
            world.run(body);
        } catch (SynctestFailure failure) {
            throw new SynctestFailure(title + "; this line shows it again:\n\n    Synctest.replay(" + seed + "L, …);\n\n"
                    + failure.getMessage() + "\nschedule:\n" + world.trace(), failure.getCause());
        }
        return world.scheduler.steps();
    }

    /**
     * Waits until every other goroutine of the world is blocked, asleep or ended: Go's {@code synctest.Wait}. No virtual
     * time passes. If several goroutines wait in it, they go on one after the other.
     *
     * @throws IllegalStateException if called outside a Synctest
     * @throws java.util.concurrent.CancellationException if the goroutine is interrupted and would have to wait
     */
    public static void await() {
        inside("await").awaitOthers();
    }

    /**
     * The virtual time. A world begins at midnight UTC 2000-01-01, as in Go. It ends 292 years later: what is to come after
     * that comes then.
     *
     * @return now
     * @throws IllegalStateException if called outside a Synctest
     */
    public static Instant now() {
        return inside("now").now();
    }

    private static World inside(String method) {
        World world = World.current();
        if (world == null) {
            throw new IllegalStateException("Synctest." + method + "() outside a Synctest: call it in the body of Synctest.run");
        }
        return world;
    }

    private static Go.Body checked(Go.Body body) {
        return Objects.requireNonNull(body, "the body of a Synctest is null");
    }

    private static World newWorld(long seed) {
        if (World.current() != null) {
            throw new IllegalStateException("a Synctest inside a Synctest: only program() may be called in one");
        }
        return new World(Schedule.of(seed));
    }
}
