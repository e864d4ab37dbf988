package dev.goloom;

import java.time.Duration;
import java.time.Instant;

/**
 * The clock behind the channel of a timer or ticker, with the semantics of Go 1.23 and later.
 *
 * <p>The channel has room for one element, which its users do not see: its length and capacity are 0. Nothing runs by
 * itself while nobody waits: an operation on the channel first looks at the clock ({@link #refresh}), and puts in the
 * element that is due. Only while a receiver waits is there an alarm, which does the same at the due time. So a timer
 * that is forgotten is collected, one that a goroutine waits for lives by its alarm, and a hundred thousand pending ones
 * are a hundred thousand entries of a heap.
 *
 * <p>States, guarded by the channel's lock:
 * <pre>
 *   PENDING (due is set, nothing delivered) -> FIRED (element in the buffer) -> received: IDLE
 *   PENDING | FIRED -> IDLE     by stop: the element, if it is there, is dropped: none is stale
 *   any -> PENDING              by reset, after what stop does
 * </pre>
 * A ticker is PENDING again as soon as it has fired; a tick that finds the element of the last one still there is
 * dropped.
 */
final class Timing extends Hook {
    private final Chan<Instant> chan;

    /** Zero for a timer. */
    private long periodNanos;

    /** When the next element is due, on the scale of {@link Clock#nanoTime}; meaningful while {@link #pending}. */
    private long due;

    private boolean pending;

    /** Set while a receiver waits and an element is due; set and cancelled under the lock. */
    private final Alarm alarm = new Ring();

    /** Delivers what is due: to a receiver that waits, as a rule. */
    private final class Ring extends Alarm {
        @Override
        void ring() {
            try {
                refresh(chan);
            } finally {
                // If what is due could not be delivered, for lack of memory, it rings again.
                waitersChanged();
            }
        }

        @Override
        boolean isAwaited() {
            return true;
        }
    }

    private Timing(World world) {
        super(world);
        this.chan = Chan.make(1, this);
    }

    static Timing once(Duration duration) {
        Timing timing = new Timing(World.current());
        timing.begin(duration, 0);
        return timing;
    }

    static Timing periodic(Duration period) {
        checkPeriod(period);
        Timing timing = new Timing(World.current());
        timing.begin(period, Clock.nanos(period));
        return timing;
    }

    private void begin(Duration first, long period) {
        if (world != null) {
            world.step("start", chan.name() + " " + first);
        }
        chan.acquire();
        periodNanos = period;
        setDue(first);
        chan.release();
    }

    static void checkPeriod(Duration period) {
        if (!period.isPositive()) {
            throw new IllegalArgumentException("the period of a ticker is more than 0, not " + period);
        }
    }

    Chan<Instant> chan() {
        return chan;
    }

    // ---- what the owner does

    /** Stops; returns whether an element was still to be received, now never. */
    boolean stop() {
        step("stop");
        chan.acquire();
        boolean was = halt();
        chan.release();
        waitersChanged();
        cameOf(was);
        return was;
    }

    /** Stops, and starts with another duration, at once. */
    boolean reset(Duration duration) {
        step("reset");
        // Before anything is stopped, as it may throw.
        long period = Clock.nanos(duration);
        chan.acquire();
        boolean was = halt();
        if (periodNanos > 0) {
            periodNanos = period;
        }
        setDue(duration);
        chan.release();
        waitersChanged();
        cameOf(was);
        return was;
    }

    /** As {@link #enter}, but what is due and not delivered yet is not delivered now: to be stopped, it is still pending. */
    private void step(String operation) {
        World.check(world, operation, chan);
        if (world != null) {
            world.step(operation, chan);
        }
    }

    // ---- the same, with the lock held

    private void setDue(Duration first) {
        due = Clock.due(world, first);
        pending = true;
    }

    private boolean halt() {
        boolean was = pending || chan.hasBuffered();
        pending = false;
        chan.dropBuffer();
        return was;
    }

    // ---- what happens on the channel

    @Override
    void refresh(Chan<?> ignored) {
        chan.acquire();
        try {
            fire();
        } finally {
            chan.unlockAndWake();
        }
    }

    /** Sets the alarm or cancels it, as is due. One that has come off, and is about to ring, need be neither. */
    @Override
    void waitersChanged() {
        boolean wakesClock = false;
        chan.acquireAgain();
        try {
            boolean needed = pending && chan.hasReceivers();
            if (alarm.isSet() && !needed) {
                Clock.cancel(world, alarm);
            } else if (needed && !(alarm.isSet() && alarm.due == due)) {
                wakesClock = Clock.set(world, alarm, due);
            }
        } finally {
            chan.release();
        }
        if (wakesClock) {
            Clock.wake();
        }
    }

    @Override
    boolean wakesByItself() {
        chan.acquire();
        boolean wakes = pending;
        chan.release();
        return wakes;
    }

    @Override
    int visible(int elements) {
        return 0;
    }

    @Override
    String kind() {
        return "timer";
    }

    /** Delivers what is due, or puts it into the buffer. */
    private void fire() {
        if (!pending) {
            return;
        }
        long now = Clock.nanoTime(world);
        long late = now - due;
        if (late < 0) {
            return;
        }
        if (!chan.hasBuffered()) {
            chan.offer(Clock.now(world).minusNanos(late));
        }
        if (periodNanos > 0) {
            due = Clock.later(world, now, periodNanos - late % periodNanos);
        } else {
            pending = false;
        }
    }
}
