package dev.goloom;

import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/**
 * One run of a {@code select}; Go's {@code selectgo}, in the same three passes, and one before them.
 *
 * <ol start="0">
 *   <li>Look without a lock, and take the lock of one channel at most: {@link SelectFastPath}.
 *   <li>Under the locks of all its channels, look for cases that need not wait, choose one of them uniformly at random
 *       and do it; else take the default, if there is one.
 *   <li>Still under all the locks, queue a waiter for every case. Then give the locks back and park.
 *   <li>Once a case is decided, take the waiters of the others out of their queues, one lock at a time.
 * </ol>
 *
 * The locks are taken in the order of the channels' numbers, each once however many cases share the channel: so two
 * selects over the same channels in opposite order cannot deadlock. All of them are held at once so that a default is
 * taken only if there was a moment at which no case was ready, and so that no case becomes ready between the look and
 * the queueing without finding the waiter.
 *
 * <p>It is the blocker of its thread while it is parked.
 */
final class Select {
    /** The channels of a world have numbers of their own. */
    private static final Comparator<Chan<?>> LOCK_ORDER = (one, other) -> {
        int order = Integer.compare(one.number(), other.number());
        return order != 0 ? order : Boolean.compare(one.hook == null, other.hook == null);
    };

    private final Case[] cases;
    private final World world = World.current();

    /** The position of the default; -1 if there is none. */
    private final int defaultIndex;

    /** The channels of all cases in the order of locking, each once. */
    private final Chan<?>[] locks;

    /** Whether several cases share a channel. */
    private final boolean sharing;

    /** The waiter that was made last; set before the thread parks. */
    private SelectWaiter last;

    /** How to look before it parks; null if it is to park at once. */
    private AdaptiveSpin spin;

    private Select(Case[] cases) {
        this.cases = cases;
        int defaults = -1;
        int channels = 0;
        for (int i = 0; i < cases.length; i++) {
            Case each = cases[i];
            if (each == null) {
                throw new NullPointerException("select: case " + i + " is null; recv(null) and send(null, v) stand for"
                        + " cases on the nil channel");
            }
            if (each == Go.DEFAULT) {
                if (defaults >= 0) {
                    throw new IllegalArgumentException("select: DEFAULT is there twice, as cases " + defaults + " and " + i);
                }
                defaults = i;
            } else if (each.chan != null) {
                channels++;
            }
        }
        this.defaultIndex = defaults;
        this.locks = channels == 0 ? null : inLockOrder(cases, channels);
        this.sharing = channels > 0 && locks.length < channels;
    }

    private static Chan<?>[] inLockOrder(Case[] cases, int channels) {
        Chan<?>[] sorted = new Chan<?>[channels];
        int n = 0;
        for (Case each : cases) {
            if (each.chan != null) {
                sorted[n++] = each.chan;
            }
        }
        if (n > 1) {
            Arrays.sort(sorted, LOCK_ORDER);
            int distinct = 1;
            for (int i = 1; i < n; i++) {
                if (sorted[i] != sorted[i - 1]) {
                    sorted[distinct++] = sorted[i];
                }
            }
            return distinct == n ? sorted : Arrays.copyOf(sorted, distinct);
        }
        return sorted;
    }

    /** Runs a select over {@code cases}, and returns the position of the case that ran. */
    static int run(Case[] cases) {
        try {
            // Pass 0.
            int done = World.current() == null ? SelectFastPath.run(cases) : -1;
            if (done >= 0) {
                return done;
            }
            Select select = new Select(cases);
            // Not one method: while the goroutine is parked, its stack takes memory.
            int chosen = select.begin();
            if (chosen < 0) {
                chosen = select.end(select.await());
            }
            if (select.world != null) {
                select.world.cameOf("case " + chosen);
            }
            return chosen;
        } finally {
            MainsEnd.met();
            SystemMonitor.safepoint();
            // A case keeps the end of its channel reachable; see Handle.
            Reference.reachabilityFence(cases);
        }
    }

    /** Passes 1 and 2; returns the position of the case that ran, or -1 if the select is queued. */
    private int begin() {
        for (Case each : cases) {
            each.reset();
        }
        if (locks == null) {
            return runWithoutChannels();
        }
        enterHooks();

        // Pass 1: look.
        lock();
        int chosen = attempt();
        if (chosen >= 0) {
            return chosen;
        }
        if (defaultIndex >= 0) {
            unlock();
            return defaultIndex;
        }
        checkMayWait();

        // Pass 2: queue.
        try {
            spin = adaptiveSpinForWait();
            enqueue();
        } finally {
            unlock();
        }
        return -1;
    }

    /** Parks, perhaps after a look, until a case is decided; returns null if the thread was interrupted first. */
    private Waiter await() {
        SelectWaiter leader = last.leader();
        try {
            waitersChanged();
            return spin != null ? leader.lookAndAwait(spin, this) : leader.await(this);
        } catch (VirtualMachineError e) {
            Waiter completed = leader.giveUp();
            if (completed == null) {
                leaveQueues(null);
                throw e;
            }
            return completed;
        }
    }

    /** Pass 3: leaves the other queues, and finishes the case of {@code completed}. */
    private int end(Waiter completed) {
        leaveQueues(completed);
        if (completed == null) {
            throw Cancelled.interrupted("select", this);
        }
        // Whoever completes the leader is a waiter of this select.
        int index = ((SelectWaiter) completed).index;
        cases[index].finish(completed.element);
        return index;
    }

    /** Takes all waiters out of their queues but the one that is out already, if any. */
    private void leaveQueues(Waiter completed) {
        for (SelectWaiter waiter = last; waiter != null; waiter = waiter.earlier) {
            if (waiter != completed) {
                waiter.chan.withdraw(waiter);
            }
        }
    }

    private int runWithoutChannels() {
        if (defaultIndex >= 0) {
            if (world != null) {
                world.step("select", null);
            }
            return defaultIndex;
        }
        throw (cases.length == 0 ? Forever.NO_CASES : Forever.NIL_SELECT).block();
    }

    /** In a world; elsewhere the fast path has done so. */
    private void enterHooks() {
        if (world != null) {
            world.step("select", this);
            for (Chan<?> chan : locks) {
                if (chan.hook != null) {
                    chan.hook.enterSelect(chan);
                }
            }
        }
    }

    /** Runs a case that need not wait, and gives the locks back; -1, with the locks held, if there is none. */
    private int attempt() {
        int chosen;
        while ((chosen = chooseReady(cases, world)) >= 0) {
            Object outcome = cases[chosen].attempt();
            if (outcome != null) {
                unlock();
                cases[chosen].finish(outcome);
                return chosen;
            }
            // The counterpart was a select, decided elsewhere since we looked. It is out of the queue now.
        }
        return -1;
    }

    /** How to look once it is queued; null if it is to park at once, as it is if a buffered channel has the say. */
    private AdaptiveSpin adaptiveSpinForWait() {
        Chan<?> asked = channelThatLooks(cases);
        if (asked == null) {
            return null;
        }
        if (asked.capacity > 0) {
            // For the next time: its pauses come before it is queued.
            if (!asked.countsWaitWithoutLook()) {
                asked.adaptiveSpin();
            }
            return null;
        }
        return asked.adaptiveSpinForWait();
    }

    /** The channel that says how to look: the first buffered one, or the first of all if none is; null if none does. */
    static Chan<?> channelThatLooks(Case[] cases) {
        Chan<?> found = null;
        for (Case each : cases) {
            Chan<?> chan = each.chan;
            if (chan != null && chan.looks() && (found == null || chan.capacity > 0 && found.capacity == 0)) {
                found = chan;
            }
        }
        return found;
    }

    /** Throws if the thread has been interrupted, or if a channel does not belong to its world. */
    private void checkMayWait() {
        if (Thread.currentThread().isInterrupted()) {
            unlock();
            throw Cancelled.interrupted("select", this);
        }
        for (Chan<?> chan : locks) {
            if (chan.hook == null && world != null) {
                unlock();
                throw chan.outsideWorld("select");
            }
        }
    }

    /** The position of one of the ready cases, each as likely as the others; -1 if none is ready. */
    static int chooseReady(Case[] cases, World world) {
        int chosen = -1;
        int ready = 0;
        for (int i = 0; i < cases.length; i++) {
            Case each = cases[i];
            // The n-th ready case replaces the choice so far with probability 1/n, so that each ends with 1/total.
            if (each.chan != null && each.seemsReady() && random(world, ++ready) == 0) {
                chosen = i;
            }
        }
        return chosen;
    }

    private static int random(World world, int bound) {
        if (bound == 1) {
            return 0;
        }
        return world == null ? ThreadLocalRandom.current().nextInt(bound) : world.anyOf(bound);
    }

    /** Queues a waiter for every case; none if there is no memory for all. */
    private void enqueue() {
        int[] order = sharing ? randomOrder() : null;
        SelectWaiter made = null;
        // They are linked from the last one made to the first: so they are queued in the other direction.
        for (int k = cases.length - 1; k >= 0; k--) {
            int i = sharing ? order[k] : k;
            Case each = cases[i];
            if (each.chan != null) {
                made = each.waiter(made, world, i);
            }
        }
        last = made;
        for (SelectWaiter waiter = made; waiter != null; waiter = waiter.earlier) {
            waiter.chan.enqueue(waiter);
        }
    }

    /**
     * The positions of all cases in random order. Whoever comes to a channel makes all its cases ready at once, but takes
     * the first in the queue: so that each is as likely, they are queued in this order.
     */
    private int[] randomOrder() {
        int[] order = new int[cases.length];
        for (int i = 0; i < order.length; i++) {
            int j = random(world, i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private void waitersChanged() {
        for (Chan<?> chan : locks) {
            if (chan.hook != null) {
                chan.hook.waitersChanged();
            }
        }
    }

    private void lock() {
        locks[0].acquire();
        for (int i = 1; i < locks.length; i++) {
            locks[i].acquireNext();
        }
    }

    private void unlock() {
        Waiter completed = null;
        for (int i = locks.length - 1; i >= 0; i--) {
            Waiter waiter = locks[i].unlock();
            completed = waiter == null ? completed : waiter;
        }
        if (completed != null) {
            completed.wake();
        }
    }

    /** The waiter that holds the outcome while this is the blocker of its thread. */
    SelectWaiter leader() {
        return last.leader();
    }

    boolean wakesByItself() {
        return Arrays.stream(locks).anyMatch(Chan::wakesByItself);
    }

    String names() {
        return Arrays.stream(locks).map(Chan::name).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return Arrays.stream(locks).map(Chan::toString).collect(Collectors.joining(", "));
    }
}
