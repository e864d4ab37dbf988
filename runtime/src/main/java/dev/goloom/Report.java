package dev.goloom;

import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Supplier;

/** Text for standard error, in which a stack shows the frames of the user's own code first and the library's not at all. */
final class Report {
    private static final String LIBRARY = Report.class.getPackageName();

    private static final Duration TIME_TO_FLUSH = Duration.ofSeconds(1);

    /** So many causes of causes are described: more would take more stack than there may be. */
    static final int MOST_NESTED = 100;

    private static final StackTraceElement[] NO_STACK = {};

    private Report() {}

    /** Writes the whole text at once, so that reports of several goroutines do not mix. */
    static void print(CharSequence text) {
        flushOutput();
        System.err.print(text);
        System.err.flush();
    }

    /**
     * What the program has printed comes before; but if nobody reads it, it is not waited for. By a thread that does not give
     * its carrier away: it may not get it back, where goroutines compute for ever.
     */
    private static void flushOutput() {
        Thread flushing;
        try {
            flushing = Thread.ofPlatform().daemon().name("goloom-flush").start(System.out::flush);
        } catch (VirtualMachineError e) {
            // The system has no thread to give, and whoever flushed here could wait for ever.
            return;
        }
        long start = System.nanoTime();
        while (flushing.isAlive() && System.nanoTime() - start < TIME_TO_FLUSH.toNanos()) {
            Thread.onSpinWait();
        }
    }

    /** What is printed where the report of {@code of} has failed: most likely there is no memory for more. */
    static void printInstead(String what, String of, Throwable failed) {
        System.err.print(what);
        System.err.println(of);
        System.err.print("there is no report, which failed: ");
        System.err.println(failed.getClass().getName());
    }

    /** What a panic prints; {@code origin} tells who started the goroutine. */
    static String panic(Throwable thrown, String goroutine, String origin) {
        StringBuilder text = new StringBuilder("panic: ").append(describe(thrown)).append("\n\ngoroutine ").append(goroutine)
                .append(" [running]").append(origin).append(":\n");
        appendTrace(text, thrown);
        return text.toString();
    }

    /** The name of a thread; its number, if it has none. */
    static String nameOf(Thread thread) {
        String name = thread.getName();
        return name.isEmpty() ? nameOf(thread.threadId()) : name;
    }

    /** The name of a thread that has none but its number. */
    static String nameOf(long threadId) {
        return "thread#" + threadId;
    }

    /** What an exception says of itself, if it does. */
    static String describe(Throwable thrown) {
        try {
            return thrown.toString();
        } catch (Throwable broken) {
            return thrown.getClass().getName() + " (its toString() throws " + broken.getClass().getName() + ")";
        }
    }

    /** Appends the frames, a line each. */
    static void appendStack(StringBuilder text, StackTraceElement[] stack) {
        appendStack(text, stack, "\t");
    }

    /** Appends the frames of an exception, then what it suppresses and its causes, each with its frames. */
    static void appendTrace(StringBuilder text, Throwable thrown) {
        appendTrace(text, thrown, "", 0, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static void appendTrace(StringBuilder text, Throwable thrown, String indent, int depth, Set<Throwable> seen) {
        seen.add(thrown);
        appendStack(text, askOr(thrown::getStackTrace, NO_STACK), indent + "\t");
        for (Throwable suppressed : thrown.getSuppressed()) {
            appendNested(text, suppressed, indent + "\t", "Suppressed: ", depth + 1, seen);
        }
        Throwable cause = causeOf(thrown);
        if (cause != null) {
            appendNested(text, cause, indent, "Caused by: ", depth + 1, seen);
        }
    }

    /** The cause of an exception; null if there is none, or if it does not tell. */
    static Throwable causeOf(Throwable thrown) {
        return askOr(thrown::getCause, null);
    }

    /** What an exception of the program's own tells of itself, if it does. */
    private static <A> A askOr(Supplier<A> question, A otherwise) {
        try {
            A answer = question.get();
            return answer == null ? otherwise : answer;
        } catch (Throwable broken) {
            return otherwise;
        }
    }

    private static void appendNested(
            StringBuilder text, Throwable thrown, String indent, String caption, int depth, Set<Throwable> seen) {
        if (seen.contains(thrown)) {
            text.append(indent).append(caption).append("[circular reference: ").append(describe(thrown)).append("]\n");
        } else if (depth == MOST_NESTED) {
            text.append(indent).append(caption).append("[and more: ").append(describe(thrown)).append("]\n");
        } else {
            text.append(indent).append(caption).append(describe(thrown)).append('\n');
            appendTrace(text, thrown, indent, depth, seen);
        }
    }

    private static void appendStack(StringBuilder text, StackTraceElement[] stack, String indent) {
        for (StackTraceElement frame : stack) {
            if (frame == null) {
                continue;
            }
            boolean ownDump = frame.getClassName().equals("java.lang.Thread") && frame.getMethodName().equals("getStackTrace");
            if (!ownDump && !isLibrary(frame.getClassName()) && !isMachinery(frame.getClassName())) {
                text.append(indent).append("at ").append(frame).append('\n');
            }
        }
    }

    /** Whether a class is of this library. */
    static boolean isLibrary(String type) {
        return type.lastIndexOf('.') == LIBRARY.length() && type.startsWith(LIBRARY);
    }

    /** Whether a class is of the JDK's machinery beneath a virtual thread. */
    static boolean isMachinery(String type) {
        return type.startsWith("java.lang.VirtualThread")
                || type.startsWith("java.lang.System$")
                || type.equals("java.util.concurrent.locks.LockSupport")
                || type.startsWith("jdk.internal.");
    }
}
