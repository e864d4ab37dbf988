package dev.goloom;

import java.util.Arrays;
import java.util.List;

/** Describes goroutines, a paragraph each. */
final class Dump {
    /** Of a world's goroutine that waits for its turn alone. */
    private static final Blocked RUNNABLE = new Blocked("runnable", null, null);

    private Dump() {}

    static String of(List<Launched> goroutines) {
        StringBuilder text = new StringBuilder();
        Blocked.Finder finder = new Blocked.Finder();
        for (Launched each : goroutines) {
            Thread thread = each.thread();
            if (thread != null && thread.isAlive()) {
                StackTraceElement[] stack = thread.getStackTrace();
                append(text, each.name(), thread, stack, finder.find(thread), blockedFor(each) + each.origin());
            }
        }
        return text.toString();
    }

    private static String blockedFor(Launched launched) {
        return launched.trace == null ? "" : launched.trace.blockedFor().map(time -> ", for " + time).orElse("");
    }

    /** Those of a world; called by one of them, which holds the turn. */
    static String of(World world) {
        StringBuilder text = new StringBuilder();
        Blocked.Finder finder = new Blocked.Finder();
        for (Actor each : world.inhabitants.alive()) {
            Blocked blocked = each.blocker == null ? RUNNABLE : finder.find(each.thread, each.blocker);
            append(text, each.name, each.thread, withoutRuntime(each.thread.getStackTrace()), blocked, each.origin());
        }
        return text.toString();
    }

    /** The frames below those of the runtime; how far a thread has come in parking, or in unparking another, is chance. */
    private static StackTraceElement[] withoutRuntime(StackTraceElement[] stack) {
        int first = 0;
        while (first < stack.length && !Report.isLibrary(stack[first].getClassName())) {
            first++;
        }
        return Arrays.copyOfRange(stack, first, stack.length);
    }

    private static void append(
            StringBuilder text, String name, Thread thread, StackTraceElement[] stack, Blocked blocked, String origin) {
        text.append(text.isEmpty() ? "" : "\n").append("goroutine ").append(name).append(" [")
                .append(blocked == null ? state(thread, stack) : blocked.operation()).append(']');
        if (blocked != null && blocked.on() != null) {
            text.append(", on ").append(blocked.on());
        }
        text.append(origin).append(":\n");
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
