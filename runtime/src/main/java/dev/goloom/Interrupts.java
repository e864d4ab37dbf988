package dev.goloom;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The contexts that are cancelled when the JVM is told to end by a signal. A shutdown hook cancels them, and keeps the JVM
 * for a bounded time while their programs return: the main goroutine; where there is none, the thread of {@code main}, or the
 * one that made the context if that has returned already.
 */
final class Interrupts {
    private static final Duration TIME_TO_RETURN = Duration.ofSeconds(10);
    private static final Duration LOOK_EVERY = Duration.ofMillis(5);
    private static final String MAIN = "main";

    /** What cancels each context, with the thread that made it. */
    private static final Map<Cancellation, Thread> AWAITING = new ConcurrentHashMap<>();

    /** Set before the contexts are looked up that are to be cancelled: one that comes later is cancelled at once. */
    private static volatile boolean interrupted;

    /** The shutdown hook, made when the first context asks for it. */
    private static final class AtExit {
        static {
            try {
                Runtime.getRuntime().addShutdownHook(new Thread(Interrupts::atExit, "goloom-interrupt"));
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
        AWAITING.put(cancellation, Thread.currentThread());
        if (interrupted) {
            cancellation.cancel(null);
        }
    }

    /** The thread of the JVM's {@code main}, if that has not returned. */
    private static Thread mainThreadOr(Thread other) {
        return ForeignThreads.platformThreads().stream()
                .filter(Interrupts::isMain)
                .findFirst()
                .orElse(other);
    }

    private static boolean isMain(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        return thread.getName().equals(MAIN) && group != null && group.getName().equals(MAIN);
    }

    static void forget(Cancellation cancellation) {
        AWAITING.remove(cancellation);
    }

    static boolean anyAwaited() {
        return AWAITING.keySet().stream().anyMatch(Cancellation::isAwaited);
    }

    /** The JVM ends. */
    private static void atExit() {
        if (Program.isEnding() || !isSignalled()) {
            return;
        }
        interrupted = true;
        Map<Cancellation, Thread> awaiting = Map.copyOf(AWAITING);
        // Before anything is cancelled: main may return at once then.
        Set<Thread> threads = awaiting.values().stream()
                .map(maker -> Program.mainThreadOr(mainThreadOr(maker)))
                .collect(Collectors.toSet());
        long deadline = System.nanoTime() + TIME_TO_RETURN.toNanos();
        awaiting.keySet().forEach(cancellation -> cancellation.cancel(null));
        for (Thread thread : threads) {
            try {
                while (System.nanoTime() - deadline < 0 && !isOver(thread)) {
                    Thread.sleep(LOOK_EVERY);
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /**
     * Whether a signal ends the JVM: not {@link System#exit}, nor the end of all its threads. Whoever ends it waits for
     * this thread, in Shutdown: that of a signal has called its exit, and not by way of Runtime's. Virtual threads, which call
     * Runtime's, are not among those that can be listed.
     */
    private static boolean isSignalled() {
        return ForeignThreads.platformThreads().stream()
                .anyMatch(thread -> isIn("java.lang.Shutdown", thread) && !isIn("java.lang.Runtime", thread));
    }

    /** Whether the program of this thread has come to its end. A generated main ends it itself, some time after it returns. */
    private static boolean isOver(Thread thread) {
        return Program.isExiting()
                || !Program.hasGeneratedMain() && !thread.isAlive()
                || isIn("java.lang.Runtime", thread);
    }

    /** Whether the thread has called the {@code exit} of this class, from which it does not return. */
    private static boolean isIn(String type, Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(type) && frame.getMethodName().equals("exit"));
    }
}
