package dev.goloom;

import java.util.concurrent.atomic.AtomicLong;

/** A goroutine: what the runtime keeps of it from its start to its end. */
final class Launched {
    private static final AtomicLong NUMBERS = new AtomicLong();

    /** The method's name and a number: {@code boring#7}. */
    final String name;

    /** The name of the goroutine or thread that started this. */
    final String starter;

    private final Go.Body body;

    /** Set before the thread starts. */
    Thread thread;

    /** Neighbours in a list of {@link Goroutines}; guarded by its lock. */
    Launched previous;

    Launched next;

    private Launched(String method, Go.Body body) {
        this.name = method + "#" + NUMBERS.incrementAndGet();
        this.starter = Thread.currentThread().getName();
        this.body = body;
    }

    /** Starts {@code body} on a virtual thread of its own. */
    static Launched start(String method, Go.Body body) {
        Launched launched = new Launched(method, body);
        World world = World.current();
        if (world == null) {
            launched.thread = Thread.ofVirtual().name(launched.name).unstarted(launched::run);
            Goroutines.add(launched);
            launched.thread.start();
        } else {
            world.start(launched);
        }
        return launched;
    }

    private void run() {
        try {
            body.run();
        } catch (Throwable thrown) {
            if (!Cancelled.here(thrown)) {
                Program.panic(this, thrown);
            }
        } finally {
            Goroutines.remove(this);
        }
    }
}
