package dev.goloom;

/**
 * A receive as a case of a {@code select}: Go's {@code case v, ok := <-c:}. A select that is refused, as one with two defaults,
 * is none.
 *
 * @param <T> the channel's element type
 * @see Go#recv(RecvChan)
 */
public final class RecvCase<T> extends Case {
    /** The end that was given; kept so that it stays reachable while a select waits. */
    @SuppressWarnings("unused")
    private final RecvChan<T> end;

    /** Whether this case won its latest select; only then do the next two mean anything. */
    private boolean won;

    private T value;
    private boolean ok;

    RecvCase(RecvChan<T> end) {
        super(end == null ? null : Handle.unwrap(end));
        this.end = end;
    }

    /**
     * The element that was received.
     *
     * @return the element; null if the channel was closed and drained
     * @throws IllegalStateException if this case did not win its latest select
     */
    public T value() {
        checkWon("value()");
        return value;
    }

    /**
     * Whether an element was received.
     *
     * @return true if {@link #value()} was sent on the channel; false if the channel was closed and drained
     * @throws IllegalStateException if this case did not win its latest select
     */
    public boolean ok() {
        checkWon("ok()");
        return ok;
    }

    private void checkWon(String method) {
        if (!won) {
            throw new IllegalStateException(method + " of a case that did not win its latest select: receive from "
                    + (chan == null ? Chan.nil() : chan));
        }
    }

    @Override
    void reset() {
        won = false;
        value = null;
        ok = false;
    }

    @Override
    boolean sends() {
        return false;
    }

    @Override
    boolean seemsReady() {
        return chan.seemsToHaveElement();
    }

    @Override
    Object attemptAlone() {
        return chan.pollAlone();
    }

    @Override
    Object attempt() {
        return chan.poll();
    }

    @Override
    SelectWaiter waiter(SelectWaiter earlier, World world, int index) {
        return new SelectWaiter(earlier, world, chan, false, null, index);
    }

    @Override
    @SuppressWarnings("unchecked")
    void finish(Object outcome) {
        chan.checkReceived(outcome);
        ok = outcome != Waiter.TERMINATED;
        value = ok ? (T) outcome : null;
        won = true;
    }
}
