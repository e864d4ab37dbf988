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

    /** What cancels each context, with the thread to wait for. */
    private static final Map<Cancellation, Thread> AWAITING = new ConcurrentHashMap<>();

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

    static void notify(Cancellation cancellation) {
        AtExit.watch();
        AWAITING.put(cancellation, Program.mainThreadOr(Thread.currentThread()));
        if (interrupted) {
            cancellation.cancel(null);
        }
    }

    static void forget(Cancellation cancellation) {
        AWAITING.remove(cancellation);
    }

    static boolean anyAwaited() {
        return AWAITING.keySet().stream().anyMatch(Cancellation::isAwaited);
    }

    /** The JVM ends: by a signal, unless the program has come to its end by itself. */
    private static void interrupted() {
        if (Program.isEnding()) {
            return;
        }
        interrupted = true;
        Map<Cancellation, Thread> awaiting = Map.copyOf(AWAITING);
        long deadline = System.nanoTime() + TIME_TO_RETURN.toNanos();
        awaiting.keySet().forEach(cancellation -> cancellation.cancel(null));
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
