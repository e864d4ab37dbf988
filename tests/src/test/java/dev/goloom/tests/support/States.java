package dev.goloom.tests.support;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for states, never for time. */
public final class States {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private States() {}

    /** Returns once {@code state} holds. */
    public static void await(String what, BooleanSupplier state) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!state.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("not reached within " + PATIENCE.toSeconds() + " s: " + what);
            }
            Thread.yield();
        }
    }

    /** Returns once {@code thread} is parked in an operation of the library. */
    public static void awaitBlocked(Thread thread) {
        await(thread + " blocked in the library", () -> isBlocked(thread));
    }

    public static boolean isBlocked(Thread thread) {
        Object blocker = LockSupport.getBlocker(thread);
        return thread.getState() == Thread.State.WAITING
                && blocker != null
                && blocker.getClass().getPackageName().equals("dev.goloom");
    }

    /** Returns once the condition holds, with a collection before each look. */
    public static void awaitCollected(String what, BooleanSupplier state) {
        await(what, () -> {
            System.gc();
            return state.getAsBoolean();
        });
    }
}
