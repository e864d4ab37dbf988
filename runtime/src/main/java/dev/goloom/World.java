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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A closed world of goroutines in virtual time: what {@link Synctest} puts behind the channels. It is the seam through
 * which time, chance and blocking pass; ordinary goroutines belong to no world, theirs is null.
 *
 * <p>Exactly one goroutine runs at a time, the one that holds the turn. It alone touches the state of the world, and it
 * gives the turn away at each operation of the runtime, if the schedule says so ({@link #step}), when it must wait
 * ({@link #block}), and when it ends. The turn is the volatile {@code holder}: what one holder has done happens-before
 * what the next does. When nobody can run, the clock jumps to the next alarm; when there is none, that is a deadlock.
 *
 * <p>States: RUNNING -> ENDING -> OVER. A world is ending when something has failed, or for a while when a program's
 * main has returned: each operation of those that are left throws a cancellation, and they end one after the other.
 */
final class World {
    /** How long the holder of the turn may be blocked outside the runtime. */
    private static final Duration BOUND = Duration.ofSeconds(3);

    private static final int LOOKS_PER_SECOND = 20;

    /** In a larger world an interrupt is noticed when its thread has, not by a look at each step. */
    private static final int SMALL = 256;

    /** True from when the first world is made: until then {@link #current()} is one static read. */
    private static volatile boolean any;

    private static final ThreadLocal<Actor> SELF = new ThreadLocal<>();

    /** What the world's ordinary channels have in common. */
    final Hook hook = new Hook(this) {};

    private final Schedule schedule;
    private final VirtualClock clock = new VirtualClock();
    private final ScheduleTrace trace = new ScheduleTrace();

    /** All that have not ended, in the order of their starts. */
    private final Set<Actor> alive = new LinkedHashSet<>();

    private final Map<Thread, Actor> byThread = new HashMap<>();

    /** Those of them that can run, the holder of the turn included. */
    private final List<Actor> runnable = new ArrayList<>();

    /** Those in {@link Synctest#await()}. */
    private final List<Actor> awaiting = new ArrayList<>();

    /** The channels of generators and the failures of channels, in the order of their making. */
    private final List<Chan<?>> generators = new ArrayList<>();

    private final List<Failure> failures = new ArrayList<>();

    private int actors;
    private int channels;
    private boolean ending;

    /** While an alarm is run, by a holder of the turn that cannot run itself: it makes no steps. */
    private boolean inAlarm;

    /** The one that waits until all others have ended; null if there is none. */
    private Actor survivor;

    /** Set at most once. */
    private volatile SynctestFailure failure;

    private volatile Actor holder;

    /** Grows whenever anything happens. */
    private volatile long progress;

    /** Set when the holder is blocked where nothing can reach it: the others end without waiting for the turn. */
    private volatile boolean abandoned;

    private volatile boolean anyInterrupted;
    private final CountDownLatch over = new CountDownLatch(1);

    World(Schedule schedule) {
        this.schedule = schedule;
    }

    /** The world of the current thread; null for an ordinary one. */
    static World current() {
        if (!any) {
            return null;
        }
        Actor self = SELF.get();
        return self == null ? null : self.world;
    }

    // ---- from outside

    /** Runs {@code body} as the main goroutine of this world, and returns when all goroutines have ended. */
    void run(Go.Body body) {
        any = true;
        holder = begin("main", null, body);
        holder.thread.start();
        awaitEnd();
        if (failure != null) {
            throw failure;
        }
        failures.forEach(Failure::worldEnds);
    }

    /** Waits until all have ended, or the holder of the turn is blocked outside the runtime for too long. */
    private void awaitEnd() {
        long seen = -1;
        int looks = 0;
        try {
            while (!over.await(1000 / LOOKS_PER_SECOND, TimeUnit.MILLISECONDS)) {
                Actor now = holder;
                looks = progress == seen && isBlockedOutside(now) ? looks + 1 : 0;
                seen = progress;
                if (looks > BOUND.toSeconds() * LOOKS_PER_SECOND) {
                    abandon(blockedOutside(now));
                    return;
                }
            }
        } catch (InterruptedException e) {
            abandon("the thread that runs the Synctest was interrupted");
            Thread.currentThread().interrupt();
        }
    }

    /** Whether a thread that holds the turn is blocked in something else than the wait for it. */
    private boolean isBlockedOutside(Actor actor) {
        return switch (actor.thread.getState()) {
            case BLOCKED, WAITING, TIMED_WAITING -> LockSupport.getBlocker(actor.thread) != this;
            default -> false;
        };
    }

    private static String blockedOutside(Actor actor) {
        StringBuilder text = new StringBuilder("goroutine ").append(actor.name).append(" has been blocked outside the")
                .append(" runtime for ").append(BOUND.toSeconds()).append(" s: in a lock, in I/O or in a sleep of the JDK's.")
                .append(" Meanwhile a Synctest can neither run anybody else nor let virtual time pass. Use channels, and")
                .append(" sleep of dev.goloom.Go, or keep it out of the test\n\ngoroutine ")
                .append(actor.name).append(" [").append(actor.thread.getState()).append(']').append(actor.origin()).append(":\n");
        Report.appendStack(text, actor.thread.getStackTrace());
        return text.toString();
    }

    /** Gives up: whoever waits for the turn ends, and the holder if an interrupt reaches it. */
    private void abandon(String why) {
        failure = new SynctestFailure(why, null);
        abandoned = true;
        holder.thread.interrupt();
        for (Thread thread : List.copyOf(byThread.keySet())) {
            LockSupport.unpark(thread);
        }
    }

    ScheduleTrace trace() {
        return trace;
    }

    // ---- the life of a goroutine

    /** Starts a goroutine, called by another one of this world. */
    void start(String method, Go.Body body) {
        step("go", method);
        Actor actor = begin(method, SELF.get().name, body);
        actor.thread.start();
    }

    private Actor begin(String method, String starter, Go.Body body) {
        Actor actor = new Actor(this, method + "#" + ++actors, starter);
        actor.thread = Thread.ofVirtual().name(actor.name).unstarted(() -> live(actor, body));
        alive.add(actor);
        byThread.put(actor.thread, actor);
        schedule.started(actor);
        setRunnable(actor);
        return actor;
    }

    private void live(Actor self, Go.Body body) {
        SELF.set(self);
        try {
            awaitTurn(self);
            checkDismissed(self);
            body.run();
            if (self.starter == null) {
                // Nobody will receive from the generators that are left.
                generators.forEach(Chan::abandon);
            }
        } catch (Throwable thrown) {
            boolean quiet = Cancelled.here(thrown) && self.starter != null;
            if (!ending && !abandoned && !quiet) {
                fail(panic(self, thrown), thrown);
            }
        }
        if (!abandoned) {
            end(self);
        }
    }

    private void end(Actor self) {
        alive.remove(self);
        byThread.remove(self.thread);
        setBlocked(self);
        if (alive.isEmpty()) {
            over.countDown();
        } else {
            give(next());
        }
    }

    private static String panic(Actor self, Throwable thrown) {
        StringBuilder text = new StringBuilder("panic: ").append(thrown).append("\n\ngoroutine ").append(self.name)
                .append(" [running]").append(self.origin()).append(":\n");
        Report.appendTrace(text, thrown);
        return text.toString();
    }

    private void fail(String report, Throwable cause) {
        failure = new SynctestFailure(report, cause);
        ending = true;
        survivor = null;
    }

    /** A program's main has returned: whoever is left is cancelled, one after the other. */
    void endOthers() {
        Actor self = SELF.get();
        generators.forEach(Chan::abandon);
        ending = true;
        survivor = self;
        setBlocked(self);
        yieldTurn(self);
        setRunnable(self);
        ending = false;
        survivor = null;
    }

    /** Throws in whoever goes on in a world that is ending. */
    private void checkDismissed(Actor self) {
        if (abandoned || (ending && self != survivor)) {
            if (++self.dismissals > 1000) {
                throw new Error("goroutine " + self.name + " goes on though its Synctest is ending");
            }
            self.thread.interrupt();
            throw Cancelled.interrupted("the Synctest is ending: its operation");
        }
    }

    // ---- the turn

    /** Called before each operation of the runtime: another goroutine may get the turn here. */
    void step(String operation, Object on) {
        if (inAlarm) {
            return;
        }
        Actor self = SELF.get();
        checkDismissed(self);
        trace.add(clock.now(), self, operation, on);
        progress++;
        noticeInterrupts();
        Actor next = schedule.choose(runnable, self, operation.equals("gosched"));
        if (next != self) {
            give(next);
            awaitTurn(self);
            checkDismissed(self);
        }
    }

    /** Gives the turn away until this goroutine is made ready, or is interrupted. */
    void block(Object blocker) {
        Actor self = SELF.get();
        checkDismissed(self);
        self.blocker = blocker;
        setBlocked(self);
        yieldTurn(self);
        self.blocker = null;
        checkDismissed(self);
    }

    /** Lets a blocked goroutine have the turn again, some time. */
    void ready(Thread thread) {
        Actor actor = byThread.get(thread);
        if (actor != null) {
            setRunnable(actor);
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

    private void yieldTurn(Actor self) {
        Actor next = next();
        if (next != self) {
            give(next);
            awaitTurn(self);
        }
    }

    private void give(Actor next) {
        progress++;
        holder = next;
        LockSupport.unpark(next.thread);
    }

    private void awaitTurn(Actor self) {
        while (holder != self && !abandoned) {
            LockSupport.park(this);
            if (self.thread.isInterrupted()) {
                // In this order: whoever looks sees one or the other. Left set, it would keep this from parking.
                self.interrupted = true;
                anyInterrupted = true;
                Thread.interrupted();
            }
        }
        if (self.interrupted) {
            self.interrupted = false;
            self.thread.interrupt();
        }
    }

    /** Who gets the turn when its holder cannot keep it. Lets time pass if nobody can run. */
    private Actor next() {
        for (;;) {
            if (ending) {
                for (Actor actor : alive) {
                    if (actor != survivor) {
                        return actor;
                    }
                }
                return survivor;
            }
            noticeInterrupts();
            if (!runnable.isEmpty()) {
                return schedule.choose(runnable, null, false);
            }
            if (!awaiting.isEmpty()) {
                setRunnable(awaiting.getFirst());
            } else if (!runNextAlarm()) {
                fail("fatal error: all goroutines are asleep - deadlock!\n\n" + Dump.of(this), null);
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

    /** An interrupted goroutine can run: its operation ends. */
    private void noticeInterrupts() {
        if (anyInterrupted || alive.size() <= SMALL) {
            anyInterrupted = false;
            for (Actor actor : alive) {
                if (actor.position < 0 && actor.isInterrupted()) {
                    setRunnable(actor);
                }
            }
        }
    }

    private void setRunnable(Actor actor) {
        if (actor.position < 0) {
            actor.position = runnable.size();
            runnable.add(actor);
        }
    }

    private void setBlocked(Actor actor) {
        if (actor.position >= 0) {
            Actor last = runnable.removeLast();
            if (last != actor) {
                runnable.set(actor.position, last);
                last.position = actor.position;
            }
            actor.position = -1;
        }
    }

    // ---- what belongs to the world

    void addGenerator(Chan<?> chan) {
        generators.add(chan);
    }

    /** Remembers a failure to be reported at the end; not one that is the end's doing. */
    void addFailure(Failure failed) {
        if (!ending) {
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
