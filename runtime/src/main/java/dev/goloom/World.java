package dev.goloom;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A closed world of goroutines in virtual time: what {@link Synctest} puts behind the channels. It is the seam through
 * which time, chance and blocking pass; ordinary goroutines belong to no world, theirs is null.
 *
 * <p>Exactly one of its {@link Inhabitants} runs at a time, the one that holds the {@link Turn}. It gives the turn away at
 * each operation of the runtime, if the {@link Scheduler} says so ({@link #step}), when it must wait ({@link #block}), and
 * when it ends. {@link Ending} says how it all ends, and {@link Watch} looks from outside whether it does. What happens is
 * written into a {@link ScheduleTrace}.
 */
final class World {
    /** True from when the first world is made: until then {@link #current()} is one static read. */
    private static volatile boolean any;

    private static final ThreadLocal<Actor> SELF = new ThreadLocal<>();

    /** What the world's ordinary channels have in common. */
    final Hook hook = new Hook(this) {};

    final Turn turn = new Turn();
    final Scheduler scheduler;
    final Inhabitants inhabitants = new Inhabitants(this);
    final Ending ending = new Ending();

    private final Schedule schedule;
    private final ScheduleTrace trace = new ScheduleTrace();

    /** The failures of channels, in the order of their making. */
    private final List<Failure> failures = new ArrayList<>();

    private int channels;
    private int groups;

    /** What a thread from outside has tried; null if none has. */
    private volatile String intrusion;

    World(Schedule schedule) {
        this.schedule = schedule;
        this.scheduler = new Scheduler(this, schedule);
    }

    // ---- from outside

    /** The world of the current thread; null for an ordinary one. */
    static World current() {
        if (!any) {
            return null;
        }
        Actor self = SELF.get();
        return self == null ? null : self.world;
    }

    /** Throws unless the current thread may use what belongs to {@code world}, which is null for what is ordinary. */
    static void check(World world, String operation, Object on) {
        World current = current();
        if (world == current) {
            return;
        }
        String what = operation + " on " + on + ", which belongs to ";
        if (world == null) {
            throw new IllegalStateException(what + "no Synctest, from inside one: make what a Synctest uses in its body");
        }
        if (current != null) {
            throw new IllegalStateException(what + "another Synctest: make what a Synctest uses in its body, and keep it in"
                    + " no static field");
        }
        world.intrusion = what + "a Synctest, from outside it: thread " + Report.nameOf(Thread.currentThread())
                + " is none of its goroutines. Use it only in the body, and start threads there by go(…)";
        throw new IllegalStateException(world.intrusion);
    }

    /** Runs {@code body} as the main goroutine of this world, and returns when all goroutines have ended. */
    void run(Go.Body body) {
        any = true;
        Actor main = inhabitants.begin("main", null, body);
        turn.begin(main);
        main.thread.start();
        String why = new Watch(turn, inhabitants.over).awaitEnd();
        if (why != null) {
            ending.abandon(why);
            turn.abandon(inhabitants.threads());
        }
        if (ending.failure() != null) {
            throw ending.failure();
        }
        failures.forEach(Failure::worldEnds);
    }

    /** What has happened, for reports. */
    ScheduleTrace trace() {
        return trace;
    }

    // ---- the life of a goroutine

    /** Starts a goroutine, called by another one of this world, or by an alarm. */
    void start(String method, Go.Body body) {
        Actor self = scheduler.isRunningAlarm() ? scheduler.time : SELF.get();
        if (self != scheduler.time) {
            mayPass(self, false);
        }
        Actor started = inhabitants.begin(method, self.name, body);
        trace(self, "go", started.name);
        started.thread.start();
    }

    /** It can run, as soon as it is chosen. */
    void started(Actor actor) {
        schedule.started(actor);
        scheduler.setRunnable(actor);
    }

    /** The current thread is that of {@code self}, and waits for its first turn. */
    void enter(Actor self) {
        SELF.set(self);
        turn.await(self);
        checkDismissed(self);
    }

    /** Throws unless the current goroutine is one that may run a program. */
    void checkMayRunProgram() {
        Actor self = SELF.get();
        if (!self.isMain()) {
            throw new IllegalStateException("Synctest.program() in goroutine " + self.name
                    + ": inside a Synctest it is for the main goroutine, which is the one that ends a program");
        }
    }

    /** A program's main has returned: whoever is left is cancelled, one after the other. */
    void endOthers() {
        Actor self = SELF.get();
        inhabitants.abandonGenerators();
        ending.dismissOthers(self);
        scheduler.setBlocked(self);
        turn.pass(self, next());
        scheduler.setRunnable(self);
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
        if (!scheduler.isRunningAlarm()) {
            Actor self = SELF.get();
            mayPass(self, operation.equals("gosched"));
            trace(self, operation, on);
        }
    }

    private void mayPass(Actor self, boolean yields) {
        checkDismissed(self);
        turn.goesOn();
        turn.pass(self, scheduler.atStep(self, yields));
        String livelock = scheduler.livelock();
        if (livelock != null && !ending.isDismissing()) {
            ending.fail(livelock, null);
        }
        checkDismissed(self);
    }

    /** Gives the turn away until this goroutine is made ready, or is interrupted. */
    void block(Object blocker) {
        Actor self = SELF.get();
        checkDismissed(self);
        self.event.cameOf("waits");
        self.blocker = blocker;
        scheduler.setBlocked(self);
        turn.pass(self, next());
        self.blocker = null;
        checkDismissed(self);
    }

    /** Lets a blocked goroutine have the turn again, some time. */
    void ready(Thread thread) {
        Actor actor = inhabitants.of(thread);
        if (actor != null && actor.isBlocked()) {
            scheduler.setRunnable(actor);
            if (scheduler.isRunningAlarm()) {
                trace(scheduler.time, "wakes", actor.name);
            } else {
                SELF.get().event.cameOf("wakes " + actor.name);
            }
        }
    }

    /** Blocks until every other goroutine is blocked. */
    void awaitOthers() {
        step("await", null);
        scheduler.noticeInterrupts(true);
        Actor self = SELF.get();
        if (!scheduler.isAlone(self)) {
            scheduler.addAwaiting(self);
            block(Forever.AWAIT);
            if (scheduler.removeAwaiting(self)) {
                throw Cancelled.interrupted("await");
            }
        }
    }

    /** Who gets the turn when its holder cannot keep it. */
    Actor next() {
        if (!ending.isDismissing()) {
            Actor next = scheduler.next();
            if (next != null) {
                return next;
            }
            ending.fail("fatal error: all goroutines are asleep - deadlock!\n\n" + Dump.of(this)
                    + (intrusion == null ? "" : "\nrefused: " + intrusion + "\n"), null);
        }
        return ending.next(inhabitants.alive());
    }

    // ---- what it tells

    void trace(Actor actor, String operation, Object on) {
        actor.event = trace.add(scheduler.nanoTime(), actor.name, operation, on);
    }

    /** What came of the latest operation of the current goroutine. */
    void cameOf(Object result) {
        if (!scheduler.isRunningAlarm()) {
            SELF.get().event.cameOf(result.toString());
        }
    }

    /** How many goroutines of this world there are. */
    int count() {
        step("count", null);
        cameOf(inhabitants.count());
        return inhabitants.count();
    }

    // ---- what belongs to it

    void addGenerator(Chan<?> chan) {
        inhabitants.addGenerator(chan);
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

    int nextGroup() {
        return ++groups;
    }

    // ---- time and chance

    /** One of so many, by the chance of the schedule. */
    int anyOf(int many) {
        return schedule.any(many);
    }

    /** A random number from 0 (inclusive) to {@code bound} (exclusive), from the world's seed. */
    long random(long bound) {
        return schedule.random(bound);
    }

    int random(int bound) {
        return (int) random((long) bound);
    }

    /** The virtual time in nanoseconds, as {@link System#nanoTime()}. */
    long nanoTime() {
        return scheduler.nanoTime();
    }

    /** The virtual time. */
    Instant now() {
        return VirtualClock.at(nanoTime());
    }

    /** Blocks the current goroutine for a virtual while. */
    void sleep(Duration duration) {
        step("sleep", duration);
        Thread thread = Thread.currentThread();
        long due = Clock.due(this, duration);
        if (due - nanoTime() > 0) {
            Alarm alarm = Alarm.of(() -> ready(thread));
            set(alarm, due);
            while (due - nanoTime() > 0) {
                if (thread.isInterrupted()) {
                    cancel(alarm);
                    throw Cancelled.interrupted("sleep");
                }
                block(Forever.SLEEP);
            }
        }
    }

    /** Sets an alarm, again if it is set: it rings at the virtual time {@code due}. */
    void set(Alarm alarm, long due) {
        scheduler.set(alarm, due);
    }

    void cancel(Alarm alarm) {
        scheduler.cancel(alarm);
    }
}
