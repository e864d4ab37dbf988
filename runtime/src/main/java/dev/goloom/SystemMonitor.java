package dev.goloom;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Sees to it that who is woken from outside gets a carrier: what Go's {@code sysmon} does for those whom the network or a
 * timer wakes.
 *
 * <p>A carrier first runs the virtual threads that were made ready by those it has run itself. Whom a platform thread has
 * made ready, a timer, I/O or one of the program's own, comes after them: never, where goroutines that wake one another keep
 * all carriers busy. (That is the scheduler of the JDK; a plain program of virtual threads is no better off.) Nor does it
 * help that one of them yields.
 *
 * <p>While goroutines perform operations, the monitor starts a virtual thread now and then, the <i>probe</i>, which comes from
 * outside too. If that does not get to run, there is a <i>pause</i>: whoever has sent, received, selected, or waited for a
 * group, in vain or not, or is about to start a goroutine, gives way until the probe has run. So the carriers run out of others;
 * they find the probe, which leaves them a moment for all else that is outside, and ends the pause.
 *
 * <p>A pause is in vain where all carriers are busy with virtual threads that perform no operations: these do not give way. The
 * monitor ends it then; but whom it wakes comes from outside, too. So where virtual threads that wake one another by other means
 * than this library's keep all carriers busy for ever, they keep goroutines waiting, as they do with all who wait for a timer.
 *
 * <p>What it costs an operation is to read a field that hardly ever changes. Where nobody has performed one for some ticks, the
 * monitor sleeps.
 */
final class SystemMonitor extends DaemonThread {
    /** How long a probe may take to run, and how often there is one at most. */
    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(10);

    /** So long the probe leaves the carriers to others, from outside. */
    private static final long REST = TimeUnit.MICROSECONDS.toNanos(50);

    /** After so long the monitor ends a pause, as in vain. */
    private static final long MOST = TimeUnit.MILLISECONDS.toNanos(100);

    /** After a pause there is none for so many times as long as it was. */
    private static final int SPARE = 20;

    /** But not for longer than this. */
    private static final long MOST_SPARED = TimeUnit.MILLISECONDS.toNanos(500);

    /** After so many ticks without an operation the monitor sleeps. */
    private static final int QUIET_TICKS = 10;

    /** The monitor sleeps; whoever performs an operation wakes it. */
    private static final int ASLEEP = 0;

    /** An operation has been performed since the last tick. */
    private static final int ACTIVE = 1;

    /** None has been. */
    private static final int QUIET = 2;

    /** Whoever performs an operation gives way. */
    private static final int GIVE_WAY = 3;

    private static final VarHandle STATE;

    static {
        try {
            STATE = MethodHandles.lookup().findStaticVarHandle(SystemMonitor.class, "state", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static final SystemMonitor MONITOR = new SystemMonitor();

    private static volatile int state = ASLEEP;

    /** What those wait for who give way; there has been one if the state is GIVE_WAY. */
    private static volatile Pause pause;

    /** Guarded by the class. */
    private static boolean started;

    /** The monitor's own, as what follows. */
    private Probe probe;

    private int quietTicks;

    private SystemMonitor() {
        super("goloom-monitor");
    }

    /**
     * Those who give way. Begun by the monitor if the one before is over; ended by the probe or the monitor, whoever is first.
     * That the other ends it once more does no harm.
     */
    private static final class Pause {
        private final long beginning = System.nanoTime();
        private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();
        private long end;
        private volatile boolean over;

        /** Not for an interrupted thread, which cannot park. */
        void await(Thread current) {
            threads.add(current);
            if (over) {
                // Too late to be found, perhaps; and what is in the queue is never collected.
                threads.remove(current);
            }
            while (!over && !current.isInterrupted()) {
                // Without a blocker: it is not blocked in an operation.
                LockSupport.park();
            }
        }

        void end() {
            STATE.compareAndSet(GIVE_WAY, ACTIVE);
            end = System.nanoTime();
            over = true;
            // Who comes later finds that it is over.
            for (Thread thread = threads.poll(); thread != null; thread = threads.poll()) {
                LockSupport.unpark(thread);
            }
        }

        long nanos() {
            return (over ? end : System.nanoTime()) - beginning;
        }

        /** Whether it is over for so long that there may be another. */
        boolean isLongAgo() {
            return over && System.nanoTime() - end >= Math.min(SPARE * nanos(), MOST_SPARED);
        }
    }

    /** What finds out whether those outside get to run. */
    private static final class Probe implements Runnable {
        private volatile boolean hasRun;

        @Override
        public void run() {
            if (state == GIVE_WAY) {
                LockSupport.parkNanos(REST);
            }
            hasRun = true;
            // Read after that: a pause that begins later finds that the probe has run.
            Pause current = pause;
            if (current != null && !current.over) {
                current.end();
            }
        }
    }

    /**
     * The current thread has performed an operation, or is about to start a goroutine, and holds none of the runtime's locks:
     * it may have to give way.
     */
    static void safepoint() {
        if (state != ACTIVE) {
            notActive();
        }
    }

    private static void notActive() {
        Thread current = Thread.currentThread();
        if (!current.isVirtual()) {
            return;
        }
        try {
            // None of this may end half-way.
            ReservedStack.check();
            if (state == GIVE_WAY) {
                pause.await(current);
            } else if (!STATE.compareAndSet(QUIET, ACTIVE) && STATE.compareAndSet(ASLEEP, ACTIVE)) {
                wakeMonitor();
            }
        } catch (VirtualMachineError e) {
            // No memory, or no stack. An operation that has been performed is not to be lost for this.
        }
    }

    /** Starts it if nobody has yet. If the system has no thread to give, the program goes on without. */
    private static synchronized void wakeMonitor() {
        if (!started) {
            MONITOR.start();
            started = true;
        }
        LockSupport.unpark(MONITOR);
    }

    @Override
    void doNext() throws InterruptedException {
        if (state == ASLEEP) {
            LockSupport.park(this);
            // Where somebody has interrupted this thread, to park would no longer wait.
            Thread.interrupted();
            return;
        }
        TimeUnit.NANOSECONDS.sleep(TICK);
        Pause last = pause;
        if (last != null && !last.over) {
            if (last.nanos() > MOST) {
                last.end();
                // Nor is it known whether it ever will run: there may have been no memory for it to park.
                probe = null;
            }
            return;
        }
        boolean isDue = last == null || last.isLongAgo();
        if (isDue && probe != null && !probe.hasRun) {
            beginPause();
        } else if (STATE.compareAndSet(ACTIVE, QUIET)) {
            quietTicks = 0;
            // Not beside the JVM's dump of its threads, see ForeignThreads.
            if (isDue && !WakeUps.isCounting()) {
                startProbe();
            }
        } else if (++quietTicks > QUIET_TICKS) {
            STATE.compareAndSet(QUIET, ASLEEP);
        }
    }

    private void beginPause() {
        Pause begun = new Pause();
        pause = begun;
        state = GIVE_WAY;
        if (probe.hasRun) {
            begun.end();
        }
    }

    private void startProbe() {
        try {
            Probe started = new Probe();
            Thread.ofVirtual().start(started);
            probe = started;
        } catch (VirtualMachineError e) {
            // No memory: another time.
        }
    }
}
