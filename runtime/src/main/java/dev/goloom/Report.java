package dev.goloom;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Text for standard error, in which a stack shows the frames of the user's own code first and the library's not at all. */
final class Report {
    private static final String LIBRARY = Report.class.getPackageName();

    private Report() {}

    /** Writes the whole text at once, so that reports of several goroutines do not mix. */
    static void print(CharSequence text) {
        System.out.flush();
        System.err.print(text);
        System.err.flush();
    }

    /** Appends the frames, a line each. */
    static void appendStack(StringBuilder text, StackTraceElement[] stack) {
        appendStack(text, stack, "\t");
    }

    /** Appends the frames of an exception, then what it suppresses and its causes, each with its frames. */
    static void appendTrace(StringBuilder text, Throwable thrown) {
        appendTrace(text, thrown, "", Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static void appendTrace(StringBuilder text, Throwable thrown, String indent, Set<Throwable> seen) {
        seen.add(thrown);
        appendStack(text, thrown.getStackTrace(), indent + "\t");
        for (Throwable suppressed : thrown.getSuppressed()) {
            appendNested(text, suppressed, indent + "\t", "Suppressed: ", seen);
        }
        if (thrown.getCause() != null) {
            appendNested(text, thrown.getCause(), indent, "Caused by: ", seen);
        }
    }

    private static void appendNested(
            StringBuilder text, Throwable thrown, String indent, String caption, Set<Throwable> seen) {
        if (seen.contains(thrown)) {
            text.append(indent).append(caption).append("[circular reference: ").append(thrown).append("]\n");
        } else {
            text.append(indent).append(caption).append(thrown).append('\n');
            appendTrace(text, thrown, indent, seen);
        }
    }

    private static void appendStack(StringBuilder text, StackTraceElement[] stack, String indent) {
        for (StackTraceElement frame : stack) {
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
