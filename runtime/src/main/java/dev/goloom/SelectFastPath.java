package dev.goloom;

import java.lang.invoke.VarHandle;

/**
 * The select that need not look at all its channels at once: pass 0 of {@link Select}. It takes the lock of one channel at
 * most, and makes nothing that outlives it. Most selects of a busy program end here.
 *
 * <ul>
 *   <li>Of the cases that seem ready, one is chosen uniformly at random, and done under the lock of its channel. What seems
 *       is read without a lock.
 *   <li>If none seems ready, a default beside a single case is taken. (Beside several, there must be a moment at which none
 *       was ready: that takes all locks.)
 *   <li>If none seems ready and there is no default, the select looks for a while, if a channel has learnt that this pays
 *       ({@link AdaptiveSpin}): between unbuffered channels, where the other side looks too, nobody need be queued. If a
 *       buffered channel is among them, it pauses instead, and leaves the buffered ones to their other sides for a turn
 *       ({@link BufferTurns}). It is not waiting yet then: others may come before it.
 * </ul>
 */
final class SelectFastPath {
    /** Over more cases a look takes too long, and takes too many channels away from those who are about to change them. */
    private static final int MOST_CASES_TO_LOOK_AT = 16;

    private SelectFastPath() {}

    /** Returns the position of the case that ran, or -1 if there is more to it. */
    static int run(Case[] cases) {
        if (!enter(cases)) {
            return -1;
        }
        int defaultIndex = indexOfDefault(cases);
        if (defaultIndex >= 0) {
            // What this thread has done elsewhere is to be seen by all before it finds a channel not ready.
            VarHandle.fullFence();
        }
        int chosen = Select.chooseReady(cases, null);
        if (chosen < 0) {
            if (defaultIndex >= 0) {
                return takeDefault(defaultIndex, cases);
            }
            chosen = chooseAfterLook(cases);
        }
        return chosen < 0 ? -1 : take(chosen, cases);
    }

    private static int take(int chosen, Case[] cases) {
        Object outcome = cases[chosen].attemptAlone();
        if (outcome == null) {
            // Somebody was faster.
            return -1;
        }
        reset(cases);
        cases[chosen].finish(outcome);
        return chosen;
    }

    private static int takeDefault(int index, Case[] cases) {
        int channels = 0;
        for (Case each : cases) {
            channels += each.chan == null ? 0 : 1;
        }
        if (channels != 1) {
            return -1;
        }
        reset(cases);
        return index;
    }

    private static void reset(Case[] cases) {
        for (Case each : cases) {
            each.reset();
        }
    }

    /** Whether there is no mistake in the cases. Brings channels that are special up to date. */
    private static boolean enter(Case[] cases) {
        int defaults = 0;
        for (Case each : cases) {
            if (each == null || each == Go.DEFAULT && ++defaults > 1) {
                return false;
            }
            if (each.chan != null && each.chan.hook != null) {
                each.chan.hook.enterSelect(each.chan);
            }
        }
        return true;
    }

    private static int indexOfDefault(Case[] cases) {
        for (int i = 0; i < cases.length; i++) {
            if (cases[i] == Go.DEFAULT) {
                return i;
            }
        }
        return -1;
    }

    private static int chooseAfterLook(Case[] cases) {
        Chan<?> asked = cases.length > MOST_CASES_TO_LOOK_AT ? null : Select.channelThatLooks(cases);
        AdaptiveSpin spin = asked == null ? null : asked.learntSpin();
        if (spin == null || Thread.currentThread().isInterrupted() || !spin.promises()) {
            return -1;
        }
        if (spin.isForBuffer()) {
            pauseForBuffers(cases);
            int chosen = Select.chooseReady(cases, null);
            spin.pauseCameOf(chosen >= 0);
            return chosen;
        }
        return spin.reads(() -> isAnyReady(cases)) ? Select.chooseReady(cases, null) : -1;
    }

    /** Ends the turns of its sides at all buffered channels that have learnt something, and leaves these to the others. */
    private static void pauseForBuffers(Case[] cases) {
        // Found once: a channel itself is not to be read during the pause.
        AdaptiveSpin[] spins = new AdaptiveSpin[cases.length];
        for (int i = 0; i < cases.length; i++) {
            AdaptiveSpin spin = cases[i].chan == null ? null : cases[i].chan.learntSpin();
            spins[i] = spin == null || !spin.isForBuffer() ? null : spin;
        }
        // Before the turns end, since no lock is held: an answer could come at once.
        int before = turnsOfOthers(cases, spins);
        for (int i = 0; i < cases.length; i++) {
            if (spins[i] != null) {
                spins[i].endTurn(cases[i].sends());
            }
        }
        BufferTurns.pauseOfSelect(() -> turnsOfOthers(cases, spins) != before);
    }

    private static int turnsOfOthers(Case[] cases, AdaptiveSpin[] spins) {
        int turns = 0;
        for (int i = 0; i < cases.length; i++) {
            turns += spins[i] == null ? 0 : spins[i].turnsOfOther(cases[i].sends());
        }
        return turns;
    }

    private static boolean isAnyReady(Case[] cases) {
        for (Case each : cases) {
            if (each.chan != null && each.seemsReady()) {
                return true;
            }
        }
        return false;
    }
}
