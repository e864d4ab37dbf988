package dev.goloom;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What main does when it returns, before it ends the program: it lets a panic come first whose {@code finally} blocks may
 * have let it return; Go's {@code runningPanicDefers}. A goroutine that an exception is leaving may tell main that it is
 * done, by {@link WaitGroup#done()}, {@link Chan#close()} or a send.
 *
 * <p>That an exception is on its way cannot be seen. So main waits, for a moment at most, for each goroutine of which
 * <ul>
 *   <li>main may have heard: it was started before main last used a channel or a wait group. One that main has just started
 *       gets no time: what it printed then, no Go program would print.
 *   <li>the stack may be unwinding: it has begun to run, and is neither blocked nor at its end. One that gives way to others
 *       ({@link SystemMonitor}) is not blocked.
 * </ul>
 */
final class MainsEnd {
    /** Long enough for an exception to leave a goroutine; and so long does a goroutine that computes on delay the end. */
    private static final long MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** The number of the goroutine that had been started last when main last met another; 0 before. Main's own. */
    private static long lastMet;

    private MainsEnd() {}

    /** The current goroutine may have met another; called at each operation, for main's sake. */
    static void met() {
        if (Program.isMain(Thread.currentThread())) {
            lastMet = Launched.lastNumber();
        }
    }

    /** Called by main. It does not let others run in its place, since one that computes on might never give it back. */
    static void awaitPanics() {
        if (lastMet == 0) {
            return;
        }
        long start = System.nanoTime();
        for (Launched each : Goroutines.snapshot()) {
            Thread thread = each.thread();
            if (each.number <= lastMet && thread != null && !Program.isMain(thread) && hasBegun(thread)) {
                while (isRunning(thread) && System.nanoTime() - start < MOST_NANOS) {
                    Thread.onSpinWait();
                }
            }
        }
    }

    /** A goroutine sets its thread's name itself. */
    private static boolean hasBegun(Thread thread) {
        return !thread.getName().isEmpty();
    }

    /** Also while it waits for a monitor, as it may when it is the first to need a class; and while it gives way. */
    private static boolean isRunning(Thread thread) {
        return switch (thread.getState()) {
            case RUNNABLE, BLOCKED -> true;
            case WAITING -> LockSupport.getBlocker(thread) == null;
            default -> false;
        };
    }
}
