package dev.goloom;

/**
 * What a clock does at a time, unless it is cancelled first: it rings. An alarm is set on one clock only, for one time at
 * once, and may be set again. Whoever sets and cancels it does so under a lock of its own.
 */
abstract class Alarm {
    private static final int UNSET = -1;

    /** When it rings, on the scale of {@link Clock#nanoTime}; the clock's. */
    long due;

    /** Where the clock finds it; the clock's. */
    int position = UNSET;

    /** Called by the clock, without any lock, once the time has come. Must not block. */
    abstract void ring();

    /** Whether it is set only while a goroutine waits for it. */
    boolean isAwaited() {
        return false;
    }

    /** An alarm that does what {@code action} does. */
    static Alarm of(Runnable action) {
        return new Alarm() {
            @Override
            void ring() {
                action.run();
            }
        };
    }

    /**
     * Whether it is set. It becomes so only by its owner, so false is true for as long as the owner's lock is held; but it
     * may have come off since, to ring soon.
     */
    final boolean isSet() {
        return position != UNSET;
    }

    /** For the clock: it is not set any more. */
    final void takeOff() {
        position = UNSET;
    }
}
