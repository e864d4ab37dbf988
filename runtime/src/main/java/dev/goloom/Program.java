package dev.goloom;

import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A program that was started by a generated {@code main}: it ends as a Go program does, with its main goroutine, with
 * the first panic, or with a deadlock.
 */
final class Program {
    private static final int FAILURE_STATUS = 2;

    private static volatile boolean generatedMain;

    /** The main goroutine's; null in a program with a {@code main} of its own. */
    private static volatile Thread mainThread;

    /** Set once, before this ends the JVM, which takes some milliseconds: what has not begun does not begin in them. */
    private static volatile boolean ending;

    /** Set when all has been said, and the JVM is told to end. */
    private static volatile boolean exiting;

    private Program() {}

    static boolean isEnding() {
        return ending;
    }

    static boolean isExiting() {
        return exiting;
    }

    static Thread mainThreadOr(Thread other) {
        Thread main = mainThread;
        return main == null ? other : main;
    }

    /** Whether {@code thread} is the main goroutine's; in a program with a {@code main} of its own, none is. */
    static boolean isMain(Thread thread) {
        return thread == mainThread;
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
        Launched.Main launched = Launched.startMain(() -> {
            mainThread = Thread.currentThread();
            main.run();
            MainsEnd.awaitPanics();
            // By the main goroutine itself, so that the others have as little time left as possible.
            end(0, Failure::reportAll);
        });
        Thread thread = launched.thread();
        while (thread != null && thread.isAlive()) {
            try {
                List<Launched> deadlocked = deadlock.watch(launched);
                if (!deadlocked.isEmpty()) {
                    end(FAILURE_STATUS, () -> reportDeadlock(deadlocked));
                }
            } catch (InterruptedException e) {
                // Nobody has a reason to interrupt this thread; the program ends with its main goroutine all the same.
            } catch (VirtualMachineError | LinkageError e) {
                // There was no memory to look with, or for a class: another time. Did this thread end, so would the program.
            }
        }
        // Cancelled, as by an interrupt: a quiet end.
        end(0, Failure::reportAll);
        // Somebody else ends the program. Did this thread return, the JVM might end before that, and with another status.
        for (;;) {
            LockSupport.park();
        }
    }

    /** An exception has left a goroutine. */
    static void panic(Launched goroutine, Throwable thrown) {
        if (!generatedMain) {
            Program.<RuntimeException>rethrow(thrown);
        }
        end(FAILURE_STATUS, () -> reportPanic(goroutine, thrown));
    }

    private static void reportPanic(Launched goroutine, Throwable thrown) {
        try {
            Report.print(Report.panic(thrown, goroutine.name(), goroutine.origin()));
        } catch (Throwable failed) {
            Report.printInstead("panic: ", thrown.getClass().getName(), failed);
        }
    }

    private static void reportDeadlock(List<Launched> goroutines) {
        String what = "fatal error: all goroutines are asleep - deadlock!";
        try {
            Report.print(what + "\n\n" + Dump.of(goroutines));
        } catch (Throwable failed) {
            Report.printInstead(what, "", failed);
        }
    }

    /**
     * Ends the program with a report and a status, and does not return; but if it is ending already, as in Go by its main or
     * by the first panic, returns at once.
     */
    private static void end(int status, Runnable report) {
        if (!mayEnd()) {
            return;
        }
        try {
            report.run();
        } finally {
            exiting = true;
            exit(status);
        }
    }

    /**
     * On a platform thread: who ends the JVM waits for its shutdown hooks, and a virtual one gives its carrier away for that,
     * which busy goroutines might never give back.
     */
    private static void exit(int status) {
        if (Thread.currentThread().isVirtual()) {
            try {
                new Thread(null, () -> System.exit(status), "goloom-exit", 0, false).start();
            } catch (VirtualMachineError e) {
                System.exit(status);
            }
            for (;;) {
                LockSupport.park();
                // Otherwise it would no longer park.
                Thread.interrupted();
            }
        }
        System.exit(status);
    }

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
