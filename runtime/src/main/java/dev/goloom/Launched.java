package dev.goloom;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A goroutine: what its thread runs, and what the runtime keeps of it from its start to its end. Once it runs it does not
 * refer to the body, so that with {@code -Dgoloom.leaks=report} a goroutine that only its own stack refers to can be
 * collected.
 */
sealed class Launched implements Runnable {
    private static final AtomicLong NUMBERS = new AtomicLong();

    final long number = NUMBERS.incrementAndGet();

    private final String method;

    /** The name of the goroutine or thread that started this, or its number if it has none; null for the main goroutine. */
    private final Object starter;

    /** What is to be run; null once it runs. */
    private Go.Body body;

    /** More about this; null unless somebody asked for it. */
    final Trace trace = Trace.ON ? new Trace() : null;

    /** The thread, or a weak reference to it; set before it starts. */
    private Object thread;

    /** Neighbours in a list of {@link Goroutines}, guarded by its lock. */
    Launched previous;

    Launched next;

    /**
     * One that has not begun when the program ends waits for so many nanoseconds after that: longer than the JVM takes to end,
     * unless a shutdown hook takes its time, and may be waiting for it.
     */
    private static final long TIME_TO_END = TimeUnit.SECONDS.toNanos(2);

    /** A body that is started while the program ends already, as by a shutdown hook. */
    private record Late(Go.Body body) implements Go.Body {
        @Override
        public void run() throws Throwable {
            body.run();
        }
    }

    /** The main goroutine, for whose end the thread waits that has made it. */
    static final class Main extends Launched {
        private final Thread maker = Thread.currentThread();
        private volatile boolean ended;

        private Main(Go.Body body) {
            super("main", null, body);
        }

        @Override
        public void run() {
            try {
                super.run();
            } finally {
                ended = true;
                LockSupport.unpark(maker);
            }
        }

        /** Waits for the end; returns false if it has not come in time. (Once it lacks memory, Thread.join forgets the time.) */
        boolean awaitEnd(Duration time) throws InterruptedException {
            long start = System.nanoTime();
            for (long left = time.toNanos(); left > 0 && !ended; left = time.toNanos() - (System.nanoTime() - start)) {
                LockSupport.parkNanos(this, left);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
            return ended;
        }
    }

    /** The goroutine of a generator. */
    private static final class Producer extends Launched {
        /** Cancels the channel if the consumer walks away; while this goroutine lives, and no longer. */
        @SuppressWarnings("unused")
        private final Collected consumer;

        Producer(String method, Object starter, Go.Body body, Collected consumer) {
            super(method, starter, body);
            this.consumer = consumer;
        }
    }

    /** Whether it is cancelled when its consumer has been collected. */
    boolean isProducer() {
        return this instanceof Producer;
    }

    private Launched(String method, Object starter, Go.Body body) {
        this.method = method;
        this.starter = starter;
        this.body = Program.isEnding() ? new Late(body) : body;
    }

    /** The number of the goroutine that was made last. */
    static long lastNumber() {
        return NUMBERS.get();
    }

    /** Starts the main goroutine. */
    static Main startMain(Go.Body body) {
        Main main = new Main(body);
        main.start();
        return main;
    }

    /** Starts {@code body} on a virtual thread of its own. */
    static void start(String method, Go.Body body) {
        World world = World.current();
        if (world == null) {
            new Launched(method, currentStarter(), body).start();
        } else {
            world.start(method, body);
        }
    }

    /** Starts {@code body}, which sends on {@code chan} to whoever has {@code handle}. */
    static void startGenerator(String method, Go.Body body, Handle<?> handle, Chan<?> chan) {
        World world = World.current();
        if (world == null) {
            Collected consumer = new Collected(handle, chan::abandon);
            Launched producer = new Producer(method, currentStarter(), body, consumer);
            producer.start();
        } else {
            world.addGenerator(chan);
            world.start(method, body);
        }
    }

    private static Object currentStarter() {
        Thread current = Thread.currentThread();
        String name = current.getName();
        // Seldom asked for: the number is enough to make a name of.
        return name.isEmpty() ? (Object) current.threadId() : name;
    }

    final void start() {
        // Before it: a goroutine that starts another and ends, over and over, would never give way by waiting after it.
        SystemMonitor.safepoint();
        Thread started = Thread.ofVirtual().unstarted(this);
        thread = Trace.LEAKS ? new WeakReference<>(started) : started;
        Goroutines.add(this);
        try {
            if (Trace.LEAKS) {
                trace.watch(this, started);
            }
            started.start();
        } catch (VirtualMachineError e) {
            if (body != null) {
                if (Trace.ON) {
                    trace.end();
                }
                Goroutines.remove(this);
                throw e;
            }
            // It runs all the same: what there was no memory for was one more carrier.
        }
    }

    /** Runs the body; not at once if the program has ended meanwhile, unless it is a shutdown hook that started it. */
    @Override
    public void run() {
        Go.Body toRun = body;
        body = null;
        if (Trace.ON) {
            trace.enter();
        }
        try {
            // Not by the starter, who may be in a hurry to start more.
            Thread.currentThread().setName(name());
            if (Program.isEnding() && !(toRun instanceof Late)) {
                awaitExit();
            }
            toRun.run();
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

    private static void awaitExit() {
        boolean isExiting;
        do {
            isExiting = Program.isExiting();
            long start = System.nanoTime();
            for (long left = TIME_TO_END; left > 0; left = TIME_TO_END - (System.nanoTime() - start)) {
                LockSupport.parkNanos(left);
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
            }
        } while (!isExiting);
    }

    /** The method's name and the number, {@code boring#7}: also its thread's name, once it runs. */
    String name() {
        return method + "#" + number;
    }

    /** The thread; null if it has been collected. */
    Thread thread() {
        return thread instanceof WeakReference<?> reference ? (Thread) reference.get() : (Thread) thread;
    }

    /** Names the one that started this, as reports do. */
    String origin() {
        if (starter == null) {
            return "";
        }
        String name = starter instanceof Long id ? Report.nameOf(id) : (String) starter;
        return ", started by " + name + (trace == null ? "" : trace.startedAt());
    }
}
