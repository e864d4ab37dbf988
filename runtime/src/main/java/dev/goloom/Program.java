package dev.goloom;

/**
 * A program that was started by a generated {@code main}: it ends as a Go program does, with its main goroutine or with
 * the first panic.
 */
final class Program {
    private static final int PANIC_STATUS = 2;

    private static volatile boolean generatedMain;

    private Program() {}

    static boolean hasGeneratedMain() {
        return generatedMain;
    }

    /** Runs {@code main} as the main goroutine, and ends the JVM when it returns. Called on the JVM's main thread. */
    static void run(Go.Body main) {
        generatedMain = true;
        Launched launched = Launched.start("main", main);
        for (;;) {
            try {
                launched.thread.join();
                break;
            } catch (InterruptedException e) {
                // Nobody has a reason to interrupt this thread; the program ends with its main goroutine all the same.
            }
        }
        Failure.reportAll();
        System.exit(0);
    }

    /** An exception has left a goroutine. */
    static void panic(Launched goroutine, Throwable thrown) {
        if (!generatedMain) {
            Program.<RuntimeException>rethrow(thrown);
        }
        StringBuilder text = new StringBuilder("panic: ").append(thrown).append("\n\ngoroutine ")
                .append(goroutine.name).append(" [running], started by ").append(goroutine.starter).append(":\n");
        Report.appendTrace(text, thrown);
        Report.print(text);
        System.exit(PANIC_STATUS);
    }

    /** Throws a checked exception where none is declared: on its way to the thread's uncaught-exception handler. */
    @SuppressWarnings("unchecked")
    private static <X extends Throwable> void rethrow(Throwable thrown) throws X {
        throw (X) thrown;
    }
}
