package dev.goloom;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Watches a program that was started by a generated {@code main}, from the JVM's main thread: when every goroutine is
 * blocked for good, the program ends with a report, as in Go.
 *
 * <p>Nothing is counted while the program runs; the watch looks at it now and then. Why a look that finds a deadlock is
 * right: it finds each goroutine parked in some operation, later each still parked in the same one, and none has been
 * started between. So between the two there was a moment at which all were parked at once; and if then nobody else was
 * alive who could wake one, no foreign thread, no alarm, no cancellation on its way, nobody ever will. A foreign thread that
 * is itself parked in an operation is not alive. They are looked at one after the other, so one that seems parked may have
 * gone on since, and another have parked; but not if the runtime has woken nobody in all that time, see {@link WakeUps}. The
 * count begins long before the time that matters, for one who was just about to wake somebody then.
 */
final class Deadlock {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /** A pause may be longer if it is no more than so many times as long as the look before it. */
    private static final int PAUSE_FOR_COST = 20;

    /** But not longer than this: the process may have been stopped during the look. */
    private static final Duration LONGEST_PAUSE_FOR_COST = Duration.ofSeconds(30);

    private final ForeignThreads foreign = new ForeignThreads();

    /** Found alive by the last look: most likely it still is. */
    private Launched lastAlive;

    private Duration pause = FIRST_PAUSE;

    /** How long the last look took. */
    private Duration cost = Duration.ZERO;

    /** A goroutine and the operation that it is blocked in, neither of which it keeps from being collected. */
    private record Parked(Launched goroutine, String operation, WeakReference<Waiter> waiter) {
        static Parked of(Launched goroutine, Blocked blocked) {
            return new Parked(goroutine, blocked.operation(), new WeakReference<>(blocked.waiter()));
        }

        /** Whether it is one operation, not two of the same kind. */
        boolean isStill(Parked before) {
            return operation.equals(before.operation) && waiter.get() == before.waiter.get();
        }
    }

    /** Waits until {@code main} has ended, or all goroutines are deadlocked; returns those, or none. */
    List<Launched> watch(Launched.Main main) throws InterruptedException {
        while (!main.awaitEnd(pause)) {
            long start = System.nanoTime();
            List<Launched> goroutines = deadlocked();
            if (goroutines != null && !Program.isEnding() && main.thread().isAlive()) {
                return goroutines;
            }
            cost = Duration.ofNanos(System.nanoTime() - start);
        }
        return List.of();
    }

    /** All goroutines if they are deadlocked, else null. Sets the pause until the next look. */
    private List<Launched> deadlocked() throws InterruptedException {
        if (lastAlive != null && isAlive(lastAlive)) {
            pause = FIRST_PAUSE;
            return null;
        }
        WakeUps.startCounting();
        try {
            return parkedForGood();
        } finally {
            WakeUps.stopCounting();
        }
    }

    private List<Launched> parkedForGood() throws InterruptedException {
        List<Parked> first = parked();
        if (first == null || isAnyoneElseAlive(first)) {
            pauseLonger();
            return null;
        }
        if (!Collected.collect() && first.stream().anyMatch(each -> each.goroutine().isProducer())) {
            // It may be one whose consumer is gone, and whose finally block wakes another.
            pauseLonger();
            return null;
        }
        pause = FIRST_PAUSE;
        long wakeUps = WakeUps.counted();
        List<Parked> second = parked();
        if (second == null || !isSame(first, second) || isAnyoneElseAlive(second)) {
            return null;
        }
        List<Parked> third = parked();
        boolean stayed = third != null
                && isSame(second, third)
                && WakeUps.counted() == wakeUps
                && !foreign.anyPlatformThreadAlive();
        return stayed ? goroutines(third) : null;
    }

    /** It may stay so for long, and a look is dear where there are many goroutines. */
    private void pauseLonger() {
        Duration longer = pause.plus(cost).multipliedBy(2);
        Duration worthIt = Collections.min(List.of(cost.multipliedBy(PAUSE_FOR_COST), LONGEST_PAUSE_FOR_COST));
        pause = Collections.min(List.of(longer, Collections.max(List.of(worthIt, LONGEST_PAUSE))));
    }

    private boolean isAnyoneElseAlive(List<Parked> goroutines) throws InterruptedException {
        return foreign.anyPlatformThreadAlive()
                || Collected.isRunning()
                || Clock.isAnyAlarmAwaited()
                || Cancellation.anyAwaited()
                || ForeignThreads.anyVirtualThreadAlive(goroutines(goroutines));
    }

    private static boolean isAlive(Launched launched) {
        Thread thread = launched.thread();
        if (thread == null || !thread.isAlive()) {
            return false;
        }
        Blocked blocked = new Blocked.Finder().find(thread);
        return blocked == null || !blocked.isForGood(thread);
    }

    /** Every goroutine with what it is blocked on for good; null if one is not. */
    private List<Parked> parked() {
        List<Parked> all = new ArrayList<>();
        Blocked.Finder finder = new Blocked.Finder();
        for (Launched each : Goroutines.living()) {
            Thread thread = each.thread();
            if (thread == null) {
                continue;
            }
            Blocked blocked = finder.find(thread);
            if (blocked == null || !blocked.isForGood(thread)) {
                lastAlive = each;
                return null;
            }
            all.add(Parked.of(each, blocked));
        }
        return all;
    }

    private static List<Launched> goroutines(List<Parked> parked) {
        return parked.stream().map(Parked::goroutine).toList();
    }

    /** Collected ones may be missing; nothing else may have changed: one that has ended may have made others unreachable. */
    private static boolean isSame(List<Parked> before, List<Parked> after) {
        int at = 0;
        for (Parked each : after) {
            while (at < before.size() && before.get(at).goroutine() != each.goroutine()) {
                if (before.get(at).goroutine().thread() != null) {
                    return false;
                }
                at++;
            }
            if (at == before.size() || !each.isStill(before.get(at))) {
                return false;
            }
            at++;
        }
        return before.subList(at, before.size()).stream().allMatch(each -> each.goroutine().thread() == null);
    }
}
