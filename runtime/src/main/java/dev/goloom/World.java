package dev.goloom;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * A closed world of goroutines in virtual time: what {@link Synctest} puts behind the channels. It is the seam through
 * which time, chance and blocking pass; ordinary goroutines belong to no world, theirs is null.
 *
 * <p>Exactly one goroutine runs at a time, the one that holds the {@link Turn}. It gives the turn away at each operation
 * of the runtime, if the {@link Schedule} says so ({@link #step}), when it must wait ({@link #block}), and when it ends.
 * When nobody can run, the {@link VirtualClock} jumps to the next alarm; when there is none, that is a deadlock. {@link
 * Ending} says how it all ends, and {@link Watch} looks from outside whether it does.
 */
final class World {
    /** True from when the first world is made: until then {@link #current()} is one static read. */
    private static volatile boolean any;

    private static final ThreadLocal<Actor> SELF = new ThreadLocal<>();

    /** What the world's ordinary channels have in common. */
    final Hook hook = new Hook(this) {};

    private final Schedule schedule;
    private final Turn turn;
    private final VirtualClock clock = new VirtualClock();
    private final ScheduleTrace trace = new ScheduleTrace();
    private final Ending ending = new Ending();

    /** All that have not ended, in the order of their starts. */
    private final Set<Actor> alive = new LinkedHashSet<>();

    private final Map<Thread, Actor> byThread = new HashMap<>();

    /** Those in {@link Synctest#await()}. */
    private final List<Actor> awaiting = new ArrayList<>();

    /** The channels of generators and the failures of channels, in the order of their making. */
    private final List<Chan<?>> generators = new ArrayList<>();

    private final List<Failure> failures = new ArrayList<>();

    private int actors;
    private int channels;

    /** While an alarm is run, by a holder of the turn that cannot run itself: it makes no steps. */
    private boolean inAlarm;

    private final CountDownLatch over = new CountDownLatch(1);

    World(Schedule schedule) {
        this.schedule = schedule;
        this.turn = new Turn(schedule);
    }

    /** The world of the current thread; null for an ordinary one. */
    static World current() {
        if (!any) {
            return null;
        }
        Actor self = SELF.get();
        return self == null ? null : self.world;
    }

    /** Runs {@code body} as the main goroutine of this world, and returns when all goroutines have ended. */
    void run(Go.Body body) {
        any = true;
        Actor main = begin("main", null, body);
        turn.begin(main);
        main.thread.start();
        String why = new Watch(turn, over).awaitEnd();
        if (why != null) {
            ending.abandon(why);
            turn.abandon(List.copyOf(byThread.keySet()));
        }
        if (ending.failure() != null) {
            throw ending.failure();
        }
        failures.forEach(Failure::worldEnds);
    }

    ScheduleTrace trace() {
        return trace;
    }

    // ---- the life of a goroutine

    /** Starts a goroutine, called by another one of this world. */
    void start(String method, Go.Body body) {
        step("go", method);
        begin(method, SELF.get().name, body).thread.start();
    }

    private Actor begin(String method, String starter, Go.Body body) {
        Actor actor = new Actor(this, method + "#" + ++actors, starter);
        actor.thread = Thread.ofVirtual().name(actor.name).unstarted(() -> live(actor, body));
        alive.add(actor);
        byThread.put(actor.thread, actor);
        schedule.started(actor);
        turn.setRunnable(actor);
        return actor;
    }

    private void live(Actor self, Go.Body body) {
        SELF.set(self);
        try {
            turn.await(self);
            checkDismissed(self);
            body.run();
            if (self.starter == null) {
                // Nobody will receive from the generators that are left.
                generators.forEach(Chan::abandon);
            }
        } catch (Throwable thrown) {
            boolean quiet = Cancelled.here(thrown) && self.starter != null;
            if (!ending.isDismissing() && !turn.isAbandoned() && !quiet) {
                ending.fail(panic(self, thrown), thrown);
            }
        }
        if (!turn.isAbandoned()) {
            end(self);
        }
    }

    private void end(Actor self) {
        alive.remove(self);
        byThread.remove(self.thread);
        turn.setBlocked(self);
        if (alive.isEmpty()) {
            over.countDown();
        } else {
            turn.give(next());
        }
    }

    private static String panic(Actor self, Throwable thrown) {
        StringBuilder text = new StringBuilder("panic: ").append(thrown).append("\n\ngoroutine ").append(self.name)
                .append(" [running]").append(self.origin()).append(":\n");
        Report.appendTrace(text, thrown);
        return text.toString();
    }

    /** A program's main has returned: whoever is left is cancelled, one after the other. */
    void endOthers() {
        Actor self = SELF.get();
        generators.forEach(Chan::abandon);
        ending.dismissOthers(self);
        turn.setBlocked(self);
        turn.pass(self, next());
        turn.setRunnable(self);
        ending.othersEnded();
    }

    /** Throws in whoever goes on in a world that is ending. */
    private void checkDismissed(Actor self) {
        if (turn.isAbandoned() || ending.isDismissed(self)) {
            throw ending.dismiss(self);
        }
    }

    // ---- running and waiting

    /** Called before each operation of the runtime: another goroutine may get the turn here. */
    void step(String operation, Object on) {
        if (inAlarm) {
            return;
        }
        Actor self = SELF.get();
        checkDismissed(self);
        trace.add(clock.now(), self, operation, on);
        turn.goesOn();
        turn.noticeInterrupts(alive);
        Actor next = turn.choose(self, operation.equals("gosched"));
        if (next != self) {
            turn.pass(self, next);
            checkDismissed(self);
        }
    }

    /** Gives the turn away until this goroutine is made ready, or is interrupted. */
    void block(Object blocker) {
        Actor self = SELF.get();
        checkDismissed(self);
        self.blocker = blocker;
        turn.setBlocked(self);
        turn.pass(self, next());
        self.blocker = null;
        checkDismissed(self);
    }

    /** Lets a blocked goroutine have the turn again, some time. */
    void ready(Thread thread) {
        Actor actor = byThread.get(thread);
        if (actor != null) {
            turn.setRunnable(actor);
        }
    }

    /** Blocks until every other goroutine is blocked. */
    void awaitOthers() {
        step("await", null);
        Actor self = SELF.get();
        awaiting.add(self);
        block(new Forever("await"));
        awaiting.remove(self);
    }

    /** Who gets the turn when its holder cannot keep it. Lets time pass if nobody can run. */
    private Actor next() {
        for (;;) {
            if (ending.isDismissing()) {
                return ending.next(alive);
            }
            turn.noticeInterrupts(alive);
            if (turn.isAnyRunnable()) {
                return turn.choose(null, false);
            }
            if (!awaiting.isEmpty()) {
                turn.setRunnable(awaiting.getFirst());
            } else if (!runNextAlarm()) {
                ending.fail("fatal error: all goroutines are asleep - deadlock!\n\n" + Dump.of(this), null);
            }
        }
    }

    private boolean runNextAlarm() {
        inAlarm = true;
        try {
            return clock.runNext();
        } finally {
            inAlarm = false;
        }
    }

    // ---- what belongs to the world

    void addGenerator(Chan<?> chan) {
        generators.add(chan);
    }

    /** Remembers a failure to be reported at the end; not one that is the end's doing. */
    void addFailure(Failure failed) {
        if (!ending.isDismissing()) {
            failures.add(failed);
        }
    }

    int nextChannel() {
        return ++channels;
    }

    /** Those that have not ended, in the order of their starts. */
    List<Actor> alive() {
        return List.copyOf(alive);
    }

    /** How many goroutines of this world there are. */
    int count() {
        return alive.size();
    }

    // ---- time and chance

    /** A random number from 0 (inclusive) to {@code bound} (exclusive), from the world's seed. */
    long random(long bound) {
        return schedule.random(bound);
    }

    int random(int bound) {
        return (int) random((long) bound);
    }

    /** The virtual time in nanoseconds, as {@link System#nanoTime()}. */
    long nanoTime() {
        return clock.nanoTime();
    }

    /** The virtual time. */
    Instant now() {
        return clock.now();
    }

    /** Blocks the current goroutine for a virtual while. */
    void sleep(Duration duration) {
        step("sleep", duration);
        Thread thread = Thread.currentThread();
        long due = Clock.due(this, duration);
        if (due - nanoTime() > 0) {
            Alarm alarm = schedule(due, () -> ready(thread));
            while (due - nanoTime() > 0) {
                if (thread.isInterrupted()) {
                    alarm.cancel();
                    throw Cancelled.interrupted("sleep");
                }
                block(Forever.SLEEP);
            }
        }
    }

    /** Runs {@code action} at the virtual time {@code nanoTime}. */
    Alarm schedule(long nanoTime, Runnable action) {
        return clock.schedule(nanoTime, action);
    }
}
