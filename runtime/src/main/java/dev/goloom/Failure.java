package dev.goloom;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Why a channel failed. States: UNRECEIVED -> RECEIVED | REPORTED; UNRECEIVED is being in the set below. One that is
 * still unreceived when its channel is collected, or when the program ends, is reported on standard error, once.
 */
final class Failure {
    private static final Set<Failure> UNRECEIVED = ConcurrentHashMap.newKeySet();

    /** In a program with a {@code main} of its own, the JVM's end is all that can be known of the program's. */
    private static final class AtExit {
        static {
            try {
                Runtime.getRuntime().addShutdownHook(new Thread(AtExit::report, "goloom-failures"));
            } catch (IllegalStateException e) {
                // The JVM is ending already.
            }
        }

        static void watch() {
            // Makes sure that the hook is there.
        }

        private static void report() {
            if (!Program.hasGeneratedMain()) {
                reportAll();
            }
        }
    }

    private final Throwable cause;

    /** The channel's name, not the channel, which must be free to be collected. */
    private final String chan;

    /** Set before this is taken out of the set, looked at after it is put in: so one of the two takes it out. */
    private volatile boolean received;

    private final String goroutine = Report.nameOf(Thread.currentThread());

    Failure(Throwable cause, Chan<?> chan) {
        this.cause = cause;
        this.chan = chan.toString();
    }

    /** Expects a receiver for as long as {@code failed} is reachable. */
    void watch(Chan<?> failed) {
        World world = World.current();
        if (world != null) {
            world.addFailure(this);
            return;
        }
        AtExit.watch();
        UNRECEIVED.add(this);
        if (received) {
            UNRECEIVED.remove(this);
            return;
        }
        Collected.afterwards(failed, this::reportIfUnreceived);
    }

    /** What the receiver throws. */
    ChannelFailedException received() {
        received = true;
        UNRECEIVED.remove(this);
        return new ChannelFailedException("receive from failed channel: " + chan, cause);
    }

    /** Reports every failure that nobody has received: the program ends. */
    static void reportAll() {
        UNRECEIVED.forEach(Failure::reportIfUnreceived);
    }

    private void reportIfUnreceived() {
        if (UNRECEIVED.remove(this)) {
            report();
        }
    }

    /** Reports a failure of a {@link World}, which ends. */
    void worldEnds() {
        if (!received) {
            report();
        }
    }

    /** Writes the failure to standard error. */
    void report() {
        StringBuilder text = new StringBuilder("failure that nobody received, of ")
                .append(chan).append(", closed by ").append(goroutine).append(": ").append(Report.describe(cause)).append('\n');
        Report.appendTrace(text, cause);
        Report.print(text);
    }
}
