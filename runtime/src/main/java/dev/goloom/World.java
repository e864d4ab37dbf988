package dev.goloom;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * A closed world of goroutines in virtual time: what {@link Synctest} puts behind the channels. It is the seam through
 * which time, chance and blocking pass; ordinary goroutines belong to no world, theirs is null.
 *
 * <p>Exactly one goroutine runs at a time, the one that holds the {@link Turn}. It gives the turn away at each operation
 * of the runtime, if the {@link Schedule} says so ({@link #step}), when it must wait ({@link #block}), and when it ends.
 * When nobody can run, the {@link VirtualClock} jumps to the next alarm; when there is none, that is a deadlock. An alarm
 * that is due is run when the schedule chooses the clock, like a goroutine. {@link Ending} says how it all ends, and
 * {@link Watch} looks from outside whether it does.
 */
final class World {
    /** After so many operations without time passing nothing will change: they look again and again. */
    private static final int LONGEST_MOMENT = 10_000_000;

    /** Interrupts come without notice, so that goroutines must be looked at: so many at each step, on the average. */
    private static final int LOOKS_A_STEP = 16;

    /** In a larger world time may pass between two looks. */
    private static final int SMALL = 1024;

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

    /** The clock among those that can run: it can while an alarm is due. */
    private final Actor time = new Actor(this, "clock", null);

    /** All that have not ended, in the order of their starts. */
    private final Set<Actor> alive = new LinkedHashSet<>();

    /** The same; the watch reads it from outside. */
    private final Map<Thread, Actor> byThread = new ConcurrentHashMap<>();

    /** Those in {@link Synctest#await()}. */
    private final List<Actor> awaiting = new ArrayList<>();

    /** The channels of generators that may have a consumer, and the failures of channels, in the order of their making. */
    private final List<Chan<?>> generators = new ArrayList<>();

    private final List<Failure> failures = new ArrayList<>();

    private int actors;
    private int channels;
    private int groups;
    private int steps;
    private int stepsOfMoment;
    private int looks;

    /** While an alarm is run, by whoever holds the turn: it makes no steps. */
    private boolean inAlarm;

    private boolean mainHasEnded;

    /** What a thread from outside has tried; null if none has. */
    private volatile String intrusion;

    private final CountDownLatch over = new CountDownLatch(1);

    World(Schedule schedule) {
        this.schedule = schedule;
        this.turn = new Turn(schedule);
        schedule.started(time);
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
        String thread = Thread.currentThread().getName();
        world.intrusion = what + "a Synctest, from outside it: thread " + (thread.isEmpty() ? "without a name" : thread)
                + " is none of its goroutines. Use it only in the body, and start threads there by go(…)";
        throw new IllegalStateException(world.intrusion);
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
            turn.abandon(byThread.keySet());
        }
        if (ending.failure() != null) {
            throw ending.failure();
        }
        failures.forEach(Failure::worldEnds);
    }

    ScheduleTrace trace() {
        return trace;
    }

    /** How many steps there have been. */
    int steps() {
        return steps;
    }

    // ---- the life of a goroutine

    /** Starts a goroutine, called by another one of this world, or by an alarm. */
    void start(String method, Go.Body body) {
        Actor self = inAlarm ? time : SELF.get();
        if (!inAlarm) {
            mayPass(self, false);
        }
        Actor started = begin(method, self.name, body);
        self.event = trace.add(nanoTime(), self.name, "go", started.name);
        started.thread.start();
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
        Throwable thrown = null;
        try {
            turn.await(self);
            checkDismissed(self);
            body.run();
        } catch (Throwable any) {
            thrown = any;
        }
        if (!turn.isAbandoned()) {
            end(self, thrown);
        }
    }

    private void end(Actor self, Throwable thrown) {
        mainHasEnded |= self.isMain();
        if (!ending.isDismissing()) {
            boolean panics = thrown != null && (self.isMain() || !Cancelled.here(thrown));
            self.event = trace.add(nanoTime(), self.name, panics ? "panics" : "ends", null);
            if (panics) {
                ending.fail(panic(self, thrown), thrown);
            } else if (self.isMain()) {
                abandonGenerators();
            }
        }
        awaiting.remove(self);
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
        if (!self.isMain()) {
            throw new IllegalStateException("Synctest.program() in goroutine " + self.name
                    + ": inside a Synctest it is for the main goroutine, which is the one that ends a program");
        }
        abandonGenerators();
        ending.dismissOthers(self);
        turn.setBlocked(self);
        turn.pass(self, next());
        turn.setRunnable(self);
        ending.othersEnded();
    }

    /** Nobody will receive from the generators that are left. Returns false if none was. */
    private boolean abandonGenerators() {
        List<Chan<?>> left = List.copyOf(generators);
        generators.clear();
        left.forEach(Chan::abandon);
        return !left.isEmpty();
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
        if (!inAlarm) {
            Actor self = SELF.get();
            mayPass(self, operation.equals("gosched"));
            self.event = trace.add(nanoTime(), self.name, operation, on);
        }
    }

    /** What came of the latest operation of the current goroutine. */
    void cameOf(Object result) {
        if (!inAlarm) {
            SELF.get().event.cameOf(result.toString());
        }
    }

    private void mayPass(Actor self, boolean yields) {
        checkDismissed(self);
        steps++;
        if (++stepsOfMoment > LONGEST_MOMENT) {
            ending.fail(LONGEST_MOMENT + " operations, and no time has passed"
                    + (mainHasEnded ? " since the body returned" : "") + ": goroutines look again and again for what cannot"
                    + " happen. Virtual time passes only while all of them are blocked\n\n" + Dump.of(this), null);
            checkDismissed(self);
        }
        turn.goesOn();
        noticeInterrupts(false);
        turn.pass(self, choose(self, yields));
        checkDismissed(self);
    }

    /** Gives the turn away until this goroutine is made ready, or is interrupted. */
    void block(Object blocker) {
        Actor self = SELF.get();
        checkDismissed(self);
        self.event.cameOf("waits");
        self.blocker = blocker;
        turn.setBlocked(self);
        turn.pass(self, next());
        self.blocker = null;
        checkDismissed(self);
    }

    /** Lets a blocked goroutine have the turn again, some time. */
    void ready(Thread thread) {
        Actor actor = byThread.get(thread);
        if (actor != null && actor.isBlocked()) {
            turn.setRunnable(actor);
            if (!inAlarm) {
                SELF.get().event.cameOf("wakes " + actor.name);
            } else {
                trace.add(nanoTime(), time.name, "wakes", actor.name);
            }
        }
    }

    /** Blocks until every other goroutine is blocked. */
    void awaitOthers() {
        step("await", null);
        noticeInterrupts(true);
        Actor self = SELF.get();
        if (!turn.isAlone(self)) {
            awaiting.add(self);
            block(Forever.AWAIT);
            if (awaiting.remove(self)) {
                throw Cancelled.interrupted("await");
            }
        }
    }

    /** An interrupted goroutine can run: its operation ends. */
    private void noticeInterrupts(boolean all) {
        looks += LOOKS_A_STEP;
        if (all || looks >= alive.size()) {
            looks = 0;
            for (Actor actor : alive) {
                if (actor.isBlocked() && actor.isInterrupted()) {
                    actor.event = trace.add(nanoTime(), actor.name, "is interrupted", null);
                    turn.setRunnable(actor);
                }
            }
        }
    }

    // ---- who is next

    /** Who gets the turn when its holder cannot keep it. Lets time pass if nobody can run. */
    private Actor next() {
        for (;;) {
            if (ending.isDismissing()) {
                return ending.next(alive);
            }
            noticeInterrupts(false);
            Actor next = choose(null, false);
            if (next != null) {
                return next;
            }
            noticeInterrupts(alive.size() <= SMALL || !clock.isAnyLeft());
            if (!turn.isAnyRunnable()) {
                letSomethingHappen();
            }
        }
    }

    /** Nobody can run. */
    private void letSomethingHappen() {
        if (!awaiting.isEmpty()) {
            turn.setRunnable(awaiting.removeFirst());
        } else if (clock.jump()) {
            stepsOfMoment = mainHasEnded ? stepsOfMoment : 0;
            turn.setRunnable(time);
        } else if (!mainHasEnded || !abandonGenerators()) {
            ending.fail(deadlock(), null);
        }
    }

    /** One of those that can run, once the clock has had its turns; null if there is none. */
    private Actor choose(Actor current, boolean yields) {
        Actor next = turn.isAnyRunnable() ? turn.choose(current, yields) : null;
        while (next == time && next != null) {
            runAlarm();
            next = turn.isAnyRunnable() ? turn.choose(null, false) : null;
        }
        return next;
    }

    private void runAlarm() {
        inAlarm = true;
        try {
            if (clock.isAnyDue()) {
                clock.next(schedule::any).run();
            }
        } finally {
            inAlarm = false;
        }
        if (!clock.isAnyDue()) {
            turn.setBlocked(time);
        }
    }

    private String deadlock() {
        String report = "fatal error: all goroutines are asleep - deadlock!\n\n" + Dump.of(this);
        return intrusion == null ? report : report + "\nrefused: " + intrusion + "\n";
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

    int nextGroup() {
        return ++groups;
    }

    /** Those that have not ended, in the order of their starts. */
    List<Actor> alive() {
        return List.copyOf(alive);
    }

    /** How many goroutines of this world there are. */
    int count() {
        step("count", null);
        cameOf(alive.size());
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
        return VirtualClock.at(nanoTime());
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
        Alarm alarm = clock.schedule(nanoTime, action);
        if (clock.isAnyDue()) {
            turn.setRunnable(time);
        }
        return alarm;
    }
}
