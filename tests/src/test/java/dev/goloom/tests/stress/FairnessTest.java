package dev.goloom.tests.stress;

import static dev.goloom.Go.*;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Case;
import dev.goloom.Chan;
import dev.goloom.tests.support.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Among arms that stay ready each is as likely as the others, whoever else selects over the same channels. */
class FairnessTest {
    private static final int THREADS = 4;
    private static final int EACH = 20_000;

    /**
     * Each of n arms that are always ready is chosen with probability 1/n, whatever was chosen before. By Hoeffding's bound a
     * count out of k is further than t from k/n with a chance of at most 2 exp(-2t²/k). With t = sqrt(15 k) that is
     * 2 exp(-30), less than 2e-13; for the 150 counts that are looked at here together, less than 3e-11.
     */
    private static void assertUniform(int[] counts, long k) {
        for (int count : counts) {
            assertEquals((double) k / counts.length, count, Math.sqrt(15.0 * k), () -> Arrays.toString(counts));
        }
    }

    /** A closed channel, a send into a buffer with room, a receive from a full one, and the closed channel again. */
    @Test
    void armsThatStayReadyFromSeveralThreads() {
        Chan<Integer> closed = make();
        closed.close();
        Chan<Integer> roomy = make(THREADS * EACH);
        Chan<Integer> full = make(THREADS * EACH);
        for (int i = 0; i < THREADS * EACH; i++) {
            full.send(i);
        }
        int[] together = new int[4];
        List<int[]> counts = new ArrayList<>();
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int[] mine = new int[4];
            counts.add(mine);
            boolean turned = i % 2 == 1;
            tasks.add(i < 2 ? Task.start(() -> choose(mine, turned, closed, roomy, full))
                    : Task.startPlatform(() -> choose(mine, turned, closed, roomy, full)));
        }
        tasks.forEach(Task::join);
        for (int[] mine : counts) {
            assertUniform(mine, EACH);
            for (int arm = 0; arm < 4; arm++) {
                together[arm] += mine[arm];
            }
        }
        assertUniform(together, THREADS * EACH);
    }

    /** Two threads have the arms in the opposite order: that makes no difference to what is chosen. */
    private static void choose(int[] counts, boolean turned, Chan<Integer> closed, Chan<Integer> roomy, Chan<Integer> full) {
        for (int i = 0; i < EACH; i++) {
            Case[] cases = {recv(closed), send(roomy, i), recv(full), recv(closed)};
            counts[turned ? 3 - select(cases[3], cases[2], cases[1], cases[0]) : select(cases)]++;
        }
    }

    /** No pattern: each of the 9 pairs of choices that follow one another is as likely as the others. */
    @Test
    void choicesDoNotDependOnOneAnother() {
        Chan<Integer> closed = make();
        closed.close();
        int[] pairs = new int[9];
        for (int i = 0; i < EACH; i++) {
            int first = select(recv(closed), recv(closed), recv(closed));
            pairs[3 * first + select(recv(closed), recv(closed), recv(closed))]++;
        }
        assertUniform(pairs, EACH);
    }

    /** However many cases, none is left out. */
    @Test
    void manyArms() {
        Chan<Integer> closed = make();
        closed.close();
        int[] counts = new int[64];
        for (int i = 0; i < EACH; i++) {
            Case[] cases = new Case[counts.length];
            Arrays.setAll(cases, arm -> recv(closed));
            counts[select(cases)]++;
        }
        // A count has mean 312 here, so the uniform bound is too wide: none is 0 but with a chance of 64 exp(-312).
        assertTrue(Arrays.stream(counts).allMatch(count -> count > 0), () -> Arrays.toString(counts));
    }

    /** Senders that wait on one channel are served in the order in which they began to wait, selects among them. */
    @Test
    void waitersAreServedFirstComeFirstServed() {
        Chan<Integer> c = make();
        List<Task> senders = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int n = i;
            senders.add(i % 3 == 0
                    ? Task.startBlocked(() -> select(send(c, n), recv(make())))
                    : Task.startBlocked(() -> c.send(n)));
        }
        for (int i = 0; i < 20; i++) {
            assertEquals(i, c.recv());
        }
        senders.forEach(Task::join);
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        Chan<Integer> done = make(20);
        for (int i = 0; i < 20; i++) {
            int n = i;
            Task.startBlocked(() -> {
                var r = recv(c);
                select(r, recv(make()));
                order.add(n - r.value());
                done.send(n);
            });
        }
        for (int i = 0; i < 20; i++) {
            c.send(i);
            done.recv();
        }
        assertTrue(order.stream().allMatch(difference -> difference == 0), order::toString);
    }
}
