package dev.goloom;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * An operation of the runtime in which a thread is parked.
 *
 * @param operation as in Go's reports: {@code chan send}
 * @param on the channel, the select, the wait group; null where there is none
 * @param waiter what will be completed to end it; null if nobody can
 */
record Blocked(String operation, Object on, Waiter waiter) {
    /** Looks threads up; one look at the queues of a channel serves all that wait there. */
    static final class Finder {
        private final Map<Object, Map<Thread, Waiter>> queues = new IdentityHashMap<>();

        /** What {@code thread} is parked in; null if it is not parked in the runtime. */
        Blocked find(Thread thread) {
            return find(thread, LockSupport.getBlocker(thread));
        }

        /** What a thread is parked in whose blocker is {@code blocker}. */
        Blocked find(Thread thread, Object blocker) {
            return switch (blocker) {
                case Chan<?> chan -> of(chan, queues.computeIfAbsent(chan, c -> waiters(chan)).get(thread));
                case WaitGroup group -> of(group, queues.computeIfAbsent(group, g -> waiters(group)).get(thread));
                case Select select -> new Blocked(operation(select, false), select, select.leader());
                case Forever forever -> new Blocked(operation(forever, false), null, null);
                case null, default -> null;
            };
        }

        private static Blocked of(Object on, Waiter waiter) {
            if (waiter == null) {
                return null;
            }
            return new Blocked(operation(on, waiter.sends), on, waiter);
        }

        private static Map<Thread, Waiter> waiters(Chan<?> chan) {
            Map<Thread, Waiter> waiters = new HashMap<>();
            chan.forEachWaiter(waiter -> waiters.put(waiter.thread, waiter));
            return waiters;
        }

        private static Map<Thread, Waiter> waiters(WaitGroup group) {
            Map<Thread, Waiter> waiters = new HashMap<>();
            group.forEachWaiter(waiter -> waiters.put(waiter.thread, waiter));
            return waiters;
        }
    }

    /** The name of the operation whose blocker is {@code on}. */
    static String operation(Object on, boolean sends) {
        return switch (on) {
            case WaitGroup group -> "wait group";
            case Select select -> "select";
            case Forever forever -> forever.operation();
            default -> sends ? "chan send" : "chan receive";
        };
    }

    /** Whether only another thread could end this: it is parked, not interrupted, and no clock will end it. */
    boolean isForGood(Thread thread) {
        if (thread.isInterrupted() || (waiter != null && !waiter.isParked())) {
            return false;
        }
        return switch (on) {
            case Chan<?> chan -> !chan.wakesByItself();
            case Select select -> !select.wakesByItself();
            case null, default -> true;
        };
    }
}
