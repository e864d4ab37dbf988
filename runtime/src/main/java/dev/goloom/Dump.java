package dev.goloom;

import java.util.List;

/** Describes goroutines, a paragraph each. */
final class Dump {
    private Dump() {}

    static String of(List<Launched> goroutines) {
        StringBuilder text = new StringBuilder();
        Blocked.Finder finder = new Blocked.Finder();
        for (Launched each : goroutines) {
            Thread thread = each.thread();
            if (thread != null && thread.isAlive()) {
                append(text, each, thread, finder.find(thread));
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Launched launched, Thread thread, Blocked blocked) {
        StackTraceElement[] stack = thread.getStackTrace();
        text.append(text.isEmpty() ? "" : "\n").append("goroutine ").append(launched.name).append(" [")
                .append(blocked == null ? state(thread, stack) : blocked.operation()).append(']');
        if (blocked != null && blocked.on() != null) {
            text.append(", on ").append(blocked.on());
        }
        if (launched.trace != null) {
            launched.trace.blockedFor().ifPresent(time -> text.append(", for ").append(time));
        }
        text.append(launched.origin()).append(":\n");
        Report.appendStack(text, stack);
    }

    /** The state of a thread that is not parked in the runtime. */
    private static String state(Thread thread, StackTraceElement[] stack) {
        for (StackTraceElement frame : stack) {
            if (frame.getClassName().equals("java.lang.Thread") && frame.getMethodName().equals("sleep")) {
                return "sleep";
            }
            if (!Report.isMachinery(frame.getClassName()) && !frame.getClassName().equals("java.lang.Thread")) {
                break;
            }
        }
        return switch (thread.getState()) {
            case NEW, RUNNABLE -> "running";
            case BLOCKED -> "lock";
            case WAITING, TIMED_WAITING -> "waiting";
            case TERMINATED -> "ended";
        };
    }
}
