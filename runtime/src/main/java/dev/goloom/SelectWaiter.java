package dev.goloom;

/** The waiter of one case of a select. From the one made last they lead to the one made first, the leader. */
final class SelectWaiter extends Waiter {
    private final SelectWaiter leader;

    /** The one made before it for the same select; null for the leader. */
    final SelectWaiter earlier;

    /** The channel of the case. */
    final Chan<?> chan;

    /** The position of the case in its select. */
    final int index;

    /**
     * A waiter of the current thread.
     *
     * @param earlier the one made before it for the same select; null for the first
     * @param element what the case offers; null if it does not send
     */
    SelectWaiter(SelectWaiter earlier, World world, Chan<?> chan, boolean sends, Object element, int index) {
        super(world, sends, element);
        this.leader = earlier == null ? this : earlier.leader;
        this.earlier = earlier;
        this.chan = chan;
        this.index = index;
    }

    @Override
    SelectWaiter leader() {
        return leader;
    }
}
