package dev.goloom;

import java.time.Duration;
import java.time.Instant;

/** The time of the system, or that of a {@link World}, and alarms on it; {@code world} is null for the system's. */
final class Clock {
    /** So that two times of the system compare by their difference: 146 years. */
    static final long LONGEST_NANOS = Long.MAX_VALUE / 2;

    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

    private static final Alarms ALARMS = new Alarms();

    private Clock() {}

    /** Nanoseconds on a scale that only grows. */
    static long nanoTime(World world) {
        return world == null ? System.nanoTime() : world.nanoTime();
    }

    static Instant now(World world) {
        return world == null ? Instant.now() : world.now();
    }

    /** When {@code duration} from now is over, on the scale of {@link #nanoTime}. */
    static long due(World world, Duration duration) {
        return later(world, nanoTime(world), nanos(duration));
    }

    /** The time {@code nanos} after another. That of a world begins at 0, and has an end. */
    static long later(World world, long time, long nanos) {
        if (world == null) {
            return time + Math.min(nanos, LONGEST_NANOS);
        }
        return nanos > Long.MAX_VALUE - time ? Long.MAX_VALUE : time + nanos;
    }

    /** Not less than zero, and at most {@link Long#MAX_VALUE}. */
    static long nanos(Duration duration) {
        return duration.isNegative() ? 0 : (duration.compareTo(LONGEST) > 0 ? LONGEST : duration).toNanos();
    }

    /**
     * Sets an alarm, again if it is set: it rings when {@link #nanoTime} has reached {@code due}.
     *
     * @return whether the caller must call {@link #wake} once it holds no spin lock
     */
    static boolean set(World world, Alarm alarm, long due) {
        if (world == null) {
            return ALARMS.set(alarm, due);
        }
        world.set(alarm, due);
        return false;
    }

    /** Lets the system's clock see that an alarm is due earlier than all others. */
    static void wake() {
        ALARMS.wake();
    }

    /** Keeps an alarm from ringing, if it has not begun. */
    static void cancel(World world, Alarm alarm) {
        if (world == null) {
            ALARMS.cancel(alarm);
        } else {
            world.cancel(alarm);
        }
    }

    /** Whether an alarm of the system's clock rings just now, or a goroutine waits for one to ring. */
    static boolean isAnyAlarmAwaited() {
        return ALARMS.isAnyAwaited();
    }
}
