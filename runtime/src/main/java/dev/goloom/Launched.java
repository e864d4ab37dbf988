package dev.goloom;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A goroutine: what the runtime keeps of it from its start to its end. It does not refer to the body, so that with
 * {@code -Dgoloom.leaks=report} a goroutine that only its own stack refers to can be collected.
 */
final class Launched {
    private static final AtomicLong NUMBERS = new AtomicLong();

    final long number = NUMBERS.incrementAndGet();

    /** The method's name and the number: {@code boring#7}. */
    final String name;

    /** The name of the goroutine or thread that started this; null for the main goroutine. */
    private final String starter;

    /** More about this; null unless somebody asked for it. */
    final Trace trace = Trace.ON ? new Trace() : null;

    /** The thread, or a weak reference to it; set before it starts. */
    private Object thread;

    /** Neighbours in a list of {@link Goroutines}, guarded by its lock. */
    Launched previous;

    Launched next;

    private Launched(String method, String starter) {
        this.name = method + "#" + number;
        this.starter = starter;
    }

    /** Starts the main goroutine. */
    static Launched startMain(Go.Body body) {
        return start(new Launched("main", null), body);
    }

    /** Starts {@code body} on a virtual thread of its own. */
    static void start(String method, Go.Body body) {
        World world = World.current();
        if (world == null) {
            start(new Launched(method, Thread.currentThread().getName()), body);
        } else {
            world.start(method, body);
        }
    }

    private static Launched start(Launched launched, Go.Body body) {
        boolean late = Program.isEnding();
        Thread thread = Thread.ofVirtual().name(launched.name).unstarted(() -> launched.run(body, late));
        launched.thread = Trace.LEAKS ? new WeakReference<>(thread) : thread;
        Goroutines.add(launched);
        if (Trace.LEAKS) {
            launched.trace.watch(launched, thread);
        }
        thread.start();
        return launched;
    }

    /** Runs {@code body}; not if the program has ended meanwhile, unless it is a shutdown hook that starts it. */
    private void run(Go.Body body, boolean late) {
        if (Trace.ON) {
            trace.enter();
        }
        try {
            if (late || !Program.isEnding()) {
                body.run();
            }
        } catch (Throwable thrown) {
            if (!Cancelled.here(thrown)) {
                Program.panic(this, thrown);
            }
        } finally {
            if (Trace.ON) {
                trace.end();
            }
            Goroutines.remove(this);
        }
    }

    /** The thread; null if it has been collected. */
    Thread thread() {
        return thread instanceof WeakReference<?> reference ? (Thread) reference.get() : (Thread) thread;
    }

    /** Names the one that started this, as reports do. */
    String origin() {
        return starter == null ? "" : ", started by " + starter + (trace == null ? "" : trace.startedAt());
    }
}
