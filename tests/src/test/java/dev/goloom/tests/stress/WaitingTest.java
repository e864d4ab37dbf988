package dev.goloom.tests.stress;

import static dev.goloom.Go.*;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Synctest;
import dev.goloom.WaitGroup;
import dev.goloom.tests.stress.Waiting.Event;
import dev.goloom.tests.stress.Waiting.Outcome;
import dev.goloom.tests.stress.Waiting.Way;
import dev.goloom.tests.support.States;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Close, failure, cancellation and interrupt, in every order and at the same time, meet every kind of waiter. */
class WaitingTest {
    private static final int RACES = 10;
    private static final int SCHEDULES = 30;
    private static final AtomicInteger STORIES = new AtomicInteger();

    @AfterAll
    static void count() {
        System.out.println("WaitingTest: " + STORIES + " times somebody waited and something happened");
    }

    /** The first event decides; but one that comes right after an interrupt may be faster than the interrupted thread. */
    @ParameterizedTest
    @EnumSource
    void eventsAfterItHasBegunToWait(Way way) throws Throwable {
        for (List<Event> order : orders(Waiting.events(way))) {
            Waiting waiting = new Waiting(way, List.of());
            awaitWaiting(waiting);
            for (Event event : order) {
                waiting.happen(event);
            }
            awaitEnd(waiting);
            Set<Outcome> allowed = EnumSet.copyOf(waiting.outcomes(order.getFirst()));
            if (order.size() > 1 && order.getFirst() == Event.INTERRUPT) {
                allowed.addAll(waiting.outcomes(order.get(1)));
            }
            end(waiting, allowed, way, order);
        }
    }

    /** The channel's state decides; an interrupt does only if nothing else does. A cancelled channel stays so. */
    @ParameterizedTest
    @EnumSource
    void eventsBeforeItWaits(Way way) throws Throwable {
        for (List<Event> order : orders(Waiting.events(way))) {
            Waiting waiting = new Waiting(way, order);
            awaitEnd(waiting);
            Event decides = order.stream().filter(event -> event != Event.INTERRUPT).findFirst().orElse(Event.INTERRUPT);
            end(waiting, waiting.outcomes(decides), way, order);
        }
    }

    /** Each event in a goroutine of its own, while the waiter may or may not have begun to wait. */
    @ParameterizedTest
    @EnumSource
    void eventsAtTheSameTime(Way way) throws Throwable {
        for (List<Event> order : orders(Waiting.events(way))) {
            for (int i = 0; i < RACES; i++) {
                Waiting waiting = new Waiting(way, List.of());
                States.await("it runs", () -> waiting.thread() != null);
                WaitGroup done = new WaitGroup();
                for (Event event : order) {
                    done.go(() -> waiting.happen(event));
                }
                done.await();
                awaitEnd(waiting);
                end(waiting, union(waiting, order), way, order);
            }
        }
    }

    /** The same under explored schedules. */
    @ParameterizedTest
    @EnumSource
    void eventsInEverySchedule(Way way) throws Throwable {
        for (Set<Event> events : subsets(Waiting.events(way))) {
            Synctest.explore(SCHEDULES, () -> {
                Waiting waiting = new Waiting(way, List.of());
                while (waiting.thread() == null) {
                    gosched();
                }
                for (Event event : events) {
                    go(() -> waiting.happen(event));
                }
                Synctest.await();
                end(waiting, union(waiting, events), way, List.copyOf(events));
            });
        }
    }

    private static Set<Outcome> union(Waiting waiting, Iterable<Event> events) {
        Set<Outcome> allowed = EnumSet.noneOf(Outcome.class);
        events.forEach(event -> allowed.addAll(waiting.outcomes(event)));
        return allowed;
    }

    private static void awaitWaiting(Waiting waiting) {
        States.await("it waits", () -> waiting.thread() != null
                && (States.isBlocked(waiting.thread()) || waiting.thread().getState() == Thread.State.TIMED_WAITING));
    }

    private static void awaitEnd(Waiting waiting) {
        States.await("it is over", () -> waiting.outcome() != null);
    }

    private static void end(Waiting waiting, Set<Outcome> allowed, Way way, List<Event> order) throws Throwable {
        STORIES.incrementAndGet();
        waiting.check(allowed, way + " after " + order);
    }

    /** Every order of every non-empty choice of the events. */
    private static List<List<Event>> orders(Set<Event> events) {
        List<List<Event>> orders = new ArrayList<>();
        for (Event first : events) {
            orders.add(List.of(first));
            Set<Event> others = EnumSet.copyOf(events);
            others.remove(first);
            for (List<Event> rest : orders(others)) {
                List<Event> order = new ArrayList<>(List.of(first));
                order.addAll(rest);
                orders.add(order);
            }
        }
        return orders;
    }

    private static List<Set<Event>> subsets(Set<Event> events) {
        return orders(events).stream().<Set<Event>>map(EnumSet::copyOf).distinct().toList();
    }
}
