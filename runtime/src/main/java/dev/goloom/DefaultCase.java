package dev.goloom;

/** The case that runs when no other can: Go's {@code default:}. It never meets a channel. */
final class DefaultCase extends Case {
    DefaultCase() {
        super(null);
    }

    @Override
    boolean sends() {
        throw new AssertionError();
    }

    @Override
    boolean seemsReady() {
        throw new AssertionError();
    }

    @Override
    Object attemptAlone() {
        throw new AssertionError();
    }

    @Override
    Object attempt() {
        throw new AssertionError();
    }

    @Override
    SelectWaiter waiter(SelectWaiter earlier, World world, int index) {
        throw new AssertionError();
    }

    @Override
    void finish(Object outcome) {
        throw new AssertionError();
    }
}
