package dev.goloom;

import java.util.List;

/**
 * A program that was started by a generated {@code main}: it ends as a Go program does, with its main goroutine, with
 * the first panic, or with a deadlock.
 */
final class Program {
    private static final int FAILURE_STATUS = 2;

    private static volatile boolean generatedMain;

    /** The main goroutine's; null in a program with a {@code main} of its own. */
    private static volatile Thread mainThread;

    /** Set once, before this ends the JVM, which takes some milliseconds: no goroutine starts in them. */
    private static volatile boolean ending;

    private Program() {}

    static boolean isEnding() {
        return ending;
    }

    static Thread mainThreadOr(Thread other) {
        Thread main = mainThread;
        return main == null ? other : main;
    }

    static boolean hasGeneratedMain() {
        return generatedMain;
    }

    /** Whether goroutines that are blocked for good where nobody can reach them are collected and reported. */
    static boolean reportsLeaks() {
        return generatedMain && "report".equals(System.getProperty("goloom.leaks"));
    }

    /** Runs {@code main} as the main goroutine, and ends the JVM when it returns. Called on the JVM's main thread. */
    static void run(Go.Body main) {
        generatedMain = true;
        if (reportsLeaks() && System.getProperty("jdk.trackAllThreads") == null) {
            // Read by the JDK when the first virtual thread is made: only threads that it does not track are collected.
            System.setProperty("jdk.trackAllThreads", "false");
        }
        Deadlock deadlock = new Deadlock();
        Launched launched = Launched.startMain(() -> {
            mainThread = Thread.currentThread();
            main.run();
            endNormally();
        });
        Thread thread = launched.thread();
        while (thread != null && thread.isAlive()) {
            try {
                List<Launched> deadlocked = deadlock.watch(thread);
                if (!deadlocked.isEmpty() && mayEnd()) {
                    Report.print("fatal error: all goroutines are asleep - deadlock!\n\n" + Dump.of(deadlocked));
                    System.exit(FAILURE_STATUS);
                }
            } catch (InterruptedException e) {
                // Nobody has a reason to interrupt this thread; the program ends with its main goroutine all the same.
            }
        }
        // Cancelled, as by an interrupt: a quiet end.
        endNormally();
    }

    /** Called by the main goroutine itself, so that the others have as little time left as possible. */
    private static void endNormally() {
        if (!mayEnd()) {
            return;
        }
        Failure.reportAll();
        System.exit(0);
    }

    /** An exception has left a goroutine. */
    static void panic(Launched goroutine, Throwable thrown) {
        if (!generatedMain) {
            Program.<RuntimeException>rethrow(thrown);
        }
        if (!mayEnd()) {
            // The program is ending already; as in Go, by its main or by the first panic.
            return;
        }
        StringBuilder text = new StringBuilder("panic: ").append(thrown).append("\n\ngoroutine ")
                .append(goroutine.name()).append(" [running]").append(goroutine.origin()).append(":\n");
        Report.appendTrace(text, thrown);
        Report.print(text);
        System.exit(FAILURE_STATUS);
    }

    /** Whether the caller is the first to end the program, and so the one who says how it ends. */
    private static synchronized boolean mayEnd() {
        boolean first = !ending;
        ending = true;
        return first;
    }

    /** Throws a checked exception where none is declared: on its way to the thread's uncaught-exception handler. */
    @SuppressWarnings("unchecked")
    static <X extends Throwable> void rethrow(Throwable thrown) throws X {
        throw (X) thrown;
    }
}
