package dev.goloom;

/**
 * A daemon platform thread of the runtime's own: it does one thing after the other for ever. What one of them throws goes to
 * its handler of uncaught exceptions, and the thread goes on.
 */
abstract class DaemonThread extends Thread {
    DaemonThread(String name) {
        // Not with the inheritable thread-locals of whoever happens to be the first.
        super(null, null, name, 0, false);
        setDaemon(true);
    }

    /** Waits for the next thing, and does it. */
    abstract void doNext() throws InterruptedException;

    @Override
    public final void run() {
        for (;;) {
            try {
                doNext();
            } catch (InterruptedException e) {
                // Nobody has a reason to interrupt this thread.
            } catch (Throwable thrown) {
                handle(thrown);
            }
        }
    }

    private void handle(Throwable thrown) {
        try {
            getUncaughtExceptionHandler().uncaughtException(this, thrown);
        } catch (Throwable ignored) {
            // As the JVM does with what a handler throws.
        }
    }
}
