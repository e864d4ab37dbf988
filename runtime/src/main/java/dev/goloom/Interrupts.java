package dev.goloom;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The contexts that are cancelled when the JVM is told to end. A shutdown hook cancels them, and keeps the JVM for a
 * bounded time while their programs return: the main goroutine, or the thread that made the context where there is none.
 */
final class Interrupts {
    private static final Duration TIME_TO_RETURN = Duration.ofSeconds(10);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    /** Each context with the thread to wait for. */
    private static final Map<Context, Thread> AWAITING = new ConcurrentHashMap<>();

    /** Set before the contexts are looked up that are to be cancelled: one that comes later is cancelled at once. */
    private static volatile boolean interrupted;

    /** The shutdown hook, made when the first context asks for it. */
    private static final class AtExit {
        static {
            try {
                Runtime.getRuntime().addShutdownHook(new Thread(Interrupts::interrupted, "goloom-interrupt"));
            } catch (IllegalStateException e) {
                // The JVM is ending already.
                interrupted = true;
            }
        }

        static void watch() {
            // Makes sure that the hook is there.
        }
    }

    private Interrupts() {}

    static void notify(Context context) {
        AtExit.watch();
        AWAITING.put(context, Program.mainThreadOr(Thread.currentThread()));
        if (interrupted) {
            context.cancel();
        }
    }

    static void forget(Context context) {
        AWAITING.remove(context);
    }

    static boolean anyAwaited() {
        return AWAITING.keySet().stream().anyMatch(Context::isAwaited);
    }

    /** The JVM ends: by a signal, unless the program has come to its end by itself. */
    private static void interrupted() {
        if (Program.isEnding()) {
            return;
        }
        interrupted = true;
        Map<Context, Thread> awaiting = Map.copyOf(AWAITING);
        long deadline = System.nanoTime() + TIME_TO_RETURN.toNanos();
        awaiting.keySet().forEach(Context::cancel);
        for (Thread thread : awaiting.values()) {
            try {
                while (System.nanoTime() - deadline < 0 && !isExiting(thread) && !thread.join(LOOK_EVERY)) {
                    // It is still returning.
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Whether the thread is in {@link System#exit}, from which it does not return. */
    private static boolean isExiting(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals("java.lang.Runtime") && frame.getMethodName().equals("exit"));
    }
}
