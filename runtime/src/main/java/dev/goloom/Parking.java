package dev.goloom;

/**
 * What a plain send or receive does that cannot go on at once; Go's {@code gopark}, and the look that goes before it.
 * Whoever is called here holds the channel's lock, and gives it back. What is returned is what {@link ChanCore#offer} and
 * {@link ChanCore#poll} return, but never null.
 */
final class Parking {
    private Parking() {}

    static Object send(Chan<?> chan, Object element) {
        return block(chan, true, element);
    }

    static Object receive(Chan<?> chan) {
        return block(chan, false, null);
    }

    private static Object block(Chan<?> chan, boolean sends, Object element) {
        World world = chan.hook == null ? null : chan.hook.world;
        check(chan, sends, world);
        AdaptiveSpin spin = chan.adaptiveSpinForWait();
        boolean takesTurns = spin != null && chan.capacity > 0;
        boolean looks = spin != null && chan.capacity == 0;
        boolean meets = looks && chan.mayMeet(sends);
        if (takesTurns) {
            spin.endTurn(sends);
            Object outcome = chan.isPausing(sends) ? null : pause(chan, sends, element, spin);
            if (outcome != null) {
                return outcome;
            }
        }
        if (meets) {
            Object outcome = sends ? chan.spinToSend(element, spin) : chan.spinToReceive(spin);
            if (outcome != null) {
                return outcome;
            }
        }
        Waiter waiter = enqueue(chan, world, sends, element, meets);
        Waiter completed;
        try {
            if (chan.hook != null) {
                chan.hook.waitersChanged();
            }
            completed = looks && !meets ? waiter.lookAndAwait(spin, chan) : waiter.await(chan);
        } catch (VirtualMachineError e) {
            completed = waiter.giveUp();
            if (completed == null) {
                chan.withdraw(waiter);
                throw e;
            }
        }
        if (completed == null) {
            chan.withdraw(waiter);
            throw Cancelled.interrupted(operation(sends), chan);
        }
        return completed.element;
    }

    /** Gives the lock back, also if there is no memory for a waiter. */
    private static Waiter enqueue(Chan<?> chan, World world, boolean sends, Object element, boolean first) {
        try {
            Waiter waiter = new Waiter(world, sends, element);
            if (first) {
                chan.enqueueFirst(waiter);
            } else {
                chan.enqueue(waiter);
            }
            return waiter;
        } finally {
            chan.release();
        }
    }

    /** Leaves a buffered channel to its other side for a while, and tries again; returns with the lock held if in vain. */
    private static Object pause(Chan<?> chan, boolean sends, Object element, AdaptiveSpin spin) {
        boolean otherIsWoken = chan.takeOtherIsWoken(sends);
        int before = spin.turnsOfOther(sends);
        chan.setPausing(sends, true);
        chan.release();
        try {
            if (spin.looksForOne(sends)) {
                lookForOne(chan, sends, spin);
            } else {
                spin.pauseForBuffer(sends, before, otherIsWoken, () -> chan.found(sends) > 0);
            }
        } catch (VirtualMachineError e) {
            // No memory, or no stack, to pause with: the pause is over.
        }
        chan.acquireAgain();
        chan.setPausing(sends, false);
        int found = chan.found(sends);
        Object outcome = sends ? chan.offer(element) : chan.poll();
        spin.pauseCameOf(sends, before, found, outcome != null);
        if (outcome != null) {
            chan.unlockAndWake();
        } else {
            // Others of this side may have used all there was; then the other side may pause for this one.
            spin.endTurn(sends);
        }
        return outcome;
    }

    /** Looks for a single place, or element. Apart from the pause, which took longer with this in it. */
    private static void lookForOne(Chan<?> chan, boolean sends, AdaptiveSpin spin) {
        spin.seesDecided(() -> chan.found(sends) > 0);
    }

    /** Does not return if the operation must not wait, or will for ever; the lock is given back then. */
    private static void check(Chan<?> chan, boolean sends, World world) {
        if (chan == Chan.nil()) {
            chan.release();
            throw (sends ? Forever.NIL_SEND : Forever.NIL_RECEIVE).block();
        }
        if (Thread.currentThread().isInterrupted()) {
            chan.release();
            throw Cancelled.interrupted(operation(sends), chan);
        }
        if (world != World.current()) {
            chan.release();
            throw chan.outsideWorld(operation(sends));
        }
    }

    private static String operation(boolean sends) {
        return sends ? "send" : "receive";
    }
}
