package dev.goloom;

import java.util.ArrayList;
import java.util.List;

/**
 * Who is next in a {@link World}: one of those that can run, as the {@link Schedule} chooses. The clock is among them
 * while an alarm is due; when the choice falls on it, the alarm is run at once and the choice is made again. When nobody
 * can run, something is made to happen: whoever is in {@link Synctest#await()} goes on, or time passes, or the
 * generators that are left after the body are cancelled; else it is a deadlock.
 *
 * <p>Everything here belongs to the holder of the turn.
 */
final class Scheduler {
    /** After so many steps without time passing nothing will change: goroutines look again and again. */
    private static final int LONGEST_MOMENT = 10_000_000;

    /** Interrupts come without notice, so that goroutines must be looked at: so many at each step, on the average. */
    private static final int LOOKS_A_STEP = 16;

    /** In a larger world time may pass between two looks. */
    private static final int SMALL = 1024;

    private final World world;
    private final Schedule schedule;
    private final VirtualClock clock = new VirtualClock();

    /** The clock, among those that can run. */
    final Actor time;

    /** The holder of the turn included, unless it is about to wait. */
    private final List<Actor> runnable = new ArrayList<>();

    /** Those in {@link Synctest#await()}. */
    private final List<Actor> awaiting = new ArrayList<>();

    private boolean runningAlarm;
    private int steps;
    private int stepsOfMoment;
    private int looks;

    Scheduler(World world, Schedule schedule) {
        this.world = world;
        this.schedule = schedule;
        this.time = new Actor(world, "clock", null);
        schedule.started(time);
    }

    // ---- choosing

    /** Who does the next step; {@code current} can, and asks others to go first if it {@code yields}. */
    Actor atStep(Actor current, boolean yields) {
        steps++;
        stepsOfMoment++;
        noticeInterrupts(false);
        return choose(current, yields);
    }

    /** Who gets the turn when its holder cannot keep it; null on a deadlock. */
    Actor next() {
        for (;;) {
            noticeInterrupts(false);
            Actor next = choose(null, false);
            if (next != null) {
                return next;
            }
            noticeInterrupts(world.inhabitants.count() <= SMALL || !clock.isAnyLeft());
            if (runnable.isEmpty() && !letSomethingHappen()) {
                return null;
            }
        }
    }

    /** One of those that can run, once the clock has had its turns; null if there is none. */
    private Actor choose(Actor current, boolean yields) {
        Actor next = runnable.isEmpty() ? null : schedule.choose(runnable, current, yields);
        while (next != null && next == time) {
            runAlarm();
            next = runnable.isEmpty() ? null : schedule.choose(runnable, null, false);
        }
        return next;
    }

    private boolean letSomethingHappen() {
        if (!awaiting.isEmpty()) {
            setRunnable(awaiting.removeFirst());
            return true;
        }
        if (clock.jump()) {
            if (!world.inhabitants.hasMainEnded()) {
                stepsOfMoment = 0;
            }
            setRunnable(time);
            return true;
        }
        return world.inhabitants.hasMainEnded() && world.inhabitants.abandonGenerators();
    }

    /** Lets goroutines that are blocked and have been interrupted run: their operations end. Looks at all, or it may be. */
    void noticeInterrupts(boolean all) {
        looks += LOOKS_A_STEP;
        if (all || looks >= world.inhabitants.count()) {
            looks = 0;
            for (Actor actor : world.inhabitants.alive()) {
                if (actor.isBlocked() && actor.isInterrupted()) {
                    world.trace(actor, "is interrupted", null);
                    setRunnable(actor);
                }
            }
        }
    }

    /** How many steps there have been. */
    int steps() {
        return steps;
    }

    /** What is wrong if goroutines only seem to get somewhere; null if nothing is. */
    String livelock() {
        return stepsOfMoment <= LONGEST_MOMENT ? null : LONGEST_MOMENT + " operations"
                + (world.inhabitants.hasMainEnded()
                        ? " since the body returned: goroutines go on and on, for instance on a ticker. End them before"
                        : ", and no time has passed: goroutines look again and again for what cannot happen. Virtual time"
                                + " passes only while all of them are blocked")
                + "\n\n" + Dump.of(world);
    }

    // ---- who can run

    /** Whether {@code actor} is the only one that can run. */
    boolean isAlone(Actor actor) {
        return runnable.size() == 1 && runnable.getFirst() == actor;
    }

    void setRunnable(Actor actor) {
        if (actor.position < 0) {
            actor.position = runnable.size();
            runnable.add(actor);
        }
    }

    void setBlocked(Actor actor) {
        if (actor.position >= 0) {
            Actor last = runnable.removeLast();
            if (last != actor) {
                runnable.set(actor.position, last);
                last.position = actor.position;
            }
            actor.position = -1;
        }
    }

    void addAwaiting(Actor actor) {
        awaiting.add(actor);
    }

    /** Returns false if it has been taken out already, to go on. */
    boolean removeAwaiting(Actor actor) {
        return awaiting.remove(actor);
    }

    // ---- time

    long nanoTime() {
        return clock.nanoTime();
    }

    /** Sets an alarm, again if it is set: it rings when the schedule chooses so, at the virtual time {@code due}. */
    void set(Alarm alarm, long due) {
        clock.set(alarm, due);
        if (clock.isAnyDue()) {
            setRunnable(time);
        }
    }

    void cancel(Alarm alarm) {
        clock.cancel(alarm);
    }

    /** Whether an alarm is being run, by whoever holds the turn: it makes no steps. */
    boolean isRunningAlarm() {
        return runningAlarm;
    }

    private void runAlarm() {
        runningAlarm = true;
        try {
            if (clock.isAnyDue()) {
                clock.next(schedule::any).ring();
            }
        } finally {
            runningAlarm = false;
        }
        if (!clock.isAnyDue()) {
            setBlocked(time);
        }
    }
}
