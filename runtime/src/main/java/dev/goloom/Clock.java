package dev.goloom;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The time of the system, or that of a {@link World}, and alarms on it. */
final class Clock {
    /** Runs the alarms of the system's clock, on one daemon platform thread: an alarm never blocks. */
    private static final ScheduledThreadPoolExecutor ALARMS = alarms();

    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE / 2);

    private Clock() {}

    /** How many alarms are being run: 0 or 1. */
    private static final AtomicInteger RUNNING = new AtomicInteger();

    private static final class AlarmThread extends Thread {
        AlarmThread(Runnable task) {
            // Not with the inheritable thread-locals of whoever happens to be the first.
            super(null, task, "goloom-timers", 0, false);
            setDaemon(true);
        }
    }

    private static ScheduledThreadPoolExecutor alarms() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, AlarmThread::new);
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }

    /** Nanoseconds on a scale that only grows; {@code world} is null for the system's. */
    static long nanoTime(World world) {
        return world == null ? System.nanoTime() : world.nanoTime();
    }

    static Instant now(World world) {
        return world == null ? Instant.now() : world.now();
    }

    /** When {@code duration} from now is over, on the scale of {@link #nanoTime}. */
    static long due(World world, Duration duration) {
        return nanoTime(world) + nanos(duration);
    }

    /** Not less than zero, and at most 146 years, so that times compare by their difference. */
    static long nanos(Duration duration) {
        return duration.isNegative() ? 0 : (duration.compareTo(LONGEST) > 0 ? LONGEST : duration).toNanos();
    }

    /** Runs {@code action}, which must not block, when {@link #nanoTime} has reached {@code due}. */
    static Alarm schedule(World world, long due, Runnable action) {
        if (world != null) {
            return world.schedule(due, action);
        }
        Future<?> task = ALARMS.schedule(() -> run(action), due - System.nanoTime(), TimeUnit.NANOSECONDS);
        return () -> task.cancel(false);
    }

    private static void run(Runnable action) {
        RUNNING.incrementAndGet();
        try {
            action.run();
        } finally {
            RUNNING.decrementAndGet();
        }
    }

    /** Whether an alarm of the system's clock is being run just now. */
    static boolean isRunningAlarm() {
        return RUNNING.get() > 0;
    }

    /** Whether {@code thread} is the one that runs alarms. */
    static boolean runsAlarms(Thread thread) {
        return thread instanceof AlarmThread;
    }
}
