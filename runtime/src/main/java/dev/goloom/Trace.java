package dev.goloom;

import java.lang.StackWalker.StackFrame;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * What is kept of a goroutine only if it is asked for: with {@code -Dgoloom.trace=true} where it was started and since
 * when it has been blocked, with {@code -Dgoloom.leaks=report} on what kind of operation.
 */
final class Trace {
    /** Where goroutines are started, and for how long they have been blocked. */
    static final boolean STARTS = Boolean.getBoolean("goloom.trace");

    /** Whether goroutines that are blocked for good and unreachable are collected and reported. */
    static final boolean LEAKS = Program.reportsLeaks();

    static final boolean ON = STARTS || LEAKS;

    private static final ThreadLocal<Trace> CURRENT = new ThreadLocal<>();
    private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    /** File and line of the go statement; empty if not asked for. */
    private final String start = STARTS ? findStart() : "";

    /** What the goroutine is blocked on, since when; null if it is not blocked. Written by the goroutine. */
    private volatile String operation;

    private volatile long since;

    /** Set when the goroutine ends by itself. */
    private volatile boolean ended;

    /** Makes this the trace of the current thread. */
    void enter() {
        CURRENT.set(this);
    }

    /** The current goroutine, if it is one, begins to wait. */
    static void blocks(String operation) {
        Trace trace = CURRENT.get();
        if (trace != null) {
            trace.since = System.nanoTime();
            trace.operation = operation;
        }
    }

    static void goesOn() {
        Trace trace = CURRENT.get();
        if (trace != null) {
            trace.operation = null;
        }
    }

    /** Reports the goroutine if its thread is collected before it has ended. */
    void watch(Launched launched, Thread thread) {
        Collected.afterwards(thread, () -> {
            if (!ended) {
                Goroutines.remove(launched);
                Goroutines.countCollected();
                String blockedOn = operation;
                Report.print("leak: goroutine " + launched.name() + launched.origin() + ", was blocked for good ["
                        + (blockedOn == null ? "waiting" : blockedOn) + "] where nobody else could reach it,"
                        + " and has been collected\n");
            }
        });
    }

    void end() {
        ended = true;
    }

    String startedAt() {
        return start.isEmpty() ? "" : " at " + start;
    }

    /** For how long the goroutine has been blocked; empty if not asked for. */
    Optional<String> blockedFor() {
        if (!STARTS || operation == null) {
            return Optional.empty();
        }
        Duration duration = Duration.ofNanos(System.nanoTime() - since);
        return Optional.of(String.format(Locale.ROOT, "%.3f s", duration.toNanos() / 1e9));
    }

    /** The innermost frame that is neither the library's nor a generated launcher's. */
    private static String findStart() {
        return WALKER.walk(frames -> frames
                        .dropWhile(frame -> Report.isLibrary(frame.getClassName()))
                        .filter(frame -> !isLauncher(frame))
                        .findFirst())
                .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
                .orElse("");
    }

    /** Whether the frame is of a companion: its class, or the class around it, has the field {@code go} of its own type. */
    private static boolean isLauncher(StackFrame frame) {
        Class<?> type = frame.getDeclaringClass();
        Class<?> outer = type.getEnclosingClass() == null ? type : type.getEnclosingClass();
        try {
            return outer.getSimpleName().endsWith("Go") && outer.getField("go").getType() == outer;
        } catch (NoSuchFieldException e) {
            return false;
        }
    }
}
