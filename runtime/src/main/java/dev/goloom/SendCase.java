package dev.goloom;

/** A send as a case of a {@code select}: Go's {@code case c <- v:}. */
final class SendCase extends Case {
    private final Object element;

    SendCase(Chan<?> chan, Object element) {
        super(chan);
        if (element == null && this.chan != null) {
            throw new NullPointerException("send of null on " + chan + ": null is never an element");
        }
        this.element = element;
    }

    @Override
    boolean sends() {
        return true;
    }

    @Override
    boolean seemsReady() {
        return chan.seemsToHaveRoom();
    }

    @Override
    Object attemptAlone() {
        return chan.offerAlone(element);
    }

    @Override
    Object attempt() {
        return chan.offer(element);
    }

    @Override
    SelectWaiter waiter(SelectWaiter earlier, World world, int index) {
        return new SelectWaiter(earlier, world, chan, true, element, index);
    }

    @Override
    void finish(Object outcome) {
        chan.checkSent(outcome);
    }
}
