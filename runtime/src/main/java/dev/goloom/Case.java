package dev.goloom;

/**
 * One case of a {@code select}: a receive made by {@link Go#recv(RecvChan)}, a send made by
 * {@link Go#send(SendChan, Object)}, or {@link Go#DEFAULT}.
 *
 * <p>A case captures its channel and its element when it is made. It may be used in any number of selects, one at a time.
 *
 * @see Go#select(Case...)
 */
public abstract sealed class Case permits RecvCase, SendCase, DefaultCase {
    /** The channel; null if this case never runs by itself: on the nil channel, and the default. */
    final Chan<?> chan;

    Case(Chan<?> chan) {
        this.chan = chan == Chan.nil() ? null : chan;
    }

    /** Forgets what an earlier select brought. */
    void reset() {}

    /** Whether this sends on its channel; otherwise it receives. Not for the default. */
    abstract boolean sends();

    /** Whether this seems not to have to wait. With the channel's lock held, {@link #attempt} has the last word. */
    abstract boolean seemsReady();

    /** Does this without waiting: null if it must wait, else what {@link #finish} takes. Called without the lock. */
    abstract Object attemptAlone();

    /** Does this without waiting: null if it must wait, else what {@link #finish} takes. The channel's lock is held. */
    abstract Object attempt();

    /** A waiter for this, not queued yet; {@code earlier} is the one made before it for the same select, if any. */
    abstract SelectWaiter waiter(SelectWaiter earlier, World world, int index);

    /** Takes over what came of it, or throws if the channel's end does that. No lock is held. */
    abstract void finish(Object outcome);
}
