package dev.goloom.tests.stress;

import static dev.goloom.Go.*;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Case;
import dev.goloom.Chan;
import dev.goloom.Go;
import dev.goloom.RecvCase;
import dev.goloom.tests.support.Stress;
import dev.goloom.tests.support.Task;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Two who come to a channel at the very same moment meet: neither looks, finds nobody, and then waits for the other who has
 * done the same. For that each looks and queues in one step; were there a gap between the two, this test would hang.
 */
class MeetingTest {
    private static final int MEETINGS = 500;

    @Test
    void atTheSameMoment() {
        Stress.run("MeetingTest", 3, MeetingTest::round);
    }

    private static long round(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Chan<Integer>> channels = channels(0);
        Chan<Integer> never = make();
        AtomicInteger arrivals = new AtomicInteger();
        boolean platform = random.nextBoolean();
        SplittableRandom his = random.split();
        SplittableRandom hers = random.split();
        Task sender = start(platform, () -> {
            for (int i = 0; i < MEETINGS; i++) {
                Chan<Integer> c = channels.get(i);
                int how = his.nextInt(6);
                arrive(arrivals, i, his.nextInt(40));
                switch (how) {
                    case 0 -> c.close();
                    case 1, 2 -> assertEquals(1, select(recv(never), send(c, i)));
                    default -> c.send(i);
                }
            }
        });
        Task receiver = start(platform, () -> {
            for (int i = 0; i < MEETINGS; i++) {
                Chan<Integer> c = channels.get(i);
                boolean selects = hers.nextInt(3) == 0;
                arrive(arrivals, i, hers.nextInt(40));
                Integer received;
                if (selects) {
                    var r = recv(c);
                    assertEquals(0, select(r, recv(never)));
                    received = r.value();
                } else {
                    received = c.recv();
                }
                assertTrue(received == null || received == i);
            }
        });
        sender.join();
        receiver.join();
        return 2L * MEETINGS;
    }

    /**
     * Each sends to a channel of its own, and looks with a default whether the other has sent. One was the first to send, so
     * the other finds its element.
     */
    @Test
    void oneSeesTheOther() {
        Stress.run("MeetingTest, one sees the other", 2, MeetingTest::roundOfDefaults);
    }

    private static long roundOfDefaults(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Chan<Integer>> his = channels(1);
        List<Chan<Integer>> hers = channels(1);
        AtomicInteger arrivals = new AtomicInteger();
        AtomicIntegerArray found = new AtomicIntegerArray(MEETINGS);
        Task first = looking(his, hers, arrivals, random.split(), found);
        Task second = looking(hers, his, arrivals, random.split(), found);
        first.join();
        second.join();
        for (int i = 0; i < MEETINGS; i++) {
            assertTrue(found.get(i) > 0, "each has sent, and then found that the other had not");
        }
        return 4L * MEETINGS;
    }

    private static Task looking(
            List<Chan<Integer>> own, List<Chan<Integer>> others, AtomicInteger arrivals, SplittableRandom random,
            AtomicIntegerArray found) {
        return Task.start(() -> {
            for (int i = 0; i < MEETINGS; i++) {
                RecvCase<Integer> other = recv(others.get(i));
                arrive(arrivals, i, random.nextInt(10));
                own.get(i).send(i);
                if (select(other, DEFAULT) == 0) {
                    found.incrementAndGet(i);
                }
            }
        });
    }

    /**
     * An element is in one of two channels at every moment, for it comes into the one before it goes from the other. So
     * a select over both never takes its default, though each of them is empty at some moment.
     */
    @Test
    void theDefaultNeedsAMomentAtWhichNoneIsReady() {
        Stress.run("MeetingTest, default of several", 2, MeetingTest::roundOfMoves);
    }

    private static long roundOfMoves(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Chan<Integer>> from = channels(1);
        List<Chan<Integer>> to = channels(1);
        from.forEach(c -> c.send(1));
        AtomicInteger arrivals = new AtomicInteger();
        SplittableRandom his = random.split();
        SplittableRandom hers = random.split();
        Task mover = Task.start(() -> {
            for (int i = 0; i < MEETINGS; i++) {
                arrive(arrivals, i, his.nextInt(60));
                to.get(i).send(i);
                from.get(i).tryRecv();
            }
        });
        Task selector = Task.start(() -> {
            for (int i = 0; i < MEETINGS; i++) {
                // What is between the two takes time to look at.
                Case[] cases = new Case[12];
                Arrays.setAll(cases, n -> recv(make()));
                cases[0] = recv(to.get(i));
                cases[10] = recv(from.get(i));
                cases[11] = DEFAULT;
                arrive(arrivals, i, hers.nextInt(60));
                assertNotEquals(11, select(cases), "one of the two channels had the element");
            }
        });
        selector.join();
        mover.join();
        return 3L * MEETINGS;
    }

    /** One for each meeting. */
    private static List<Chan<Integer>> channels(int capacity) {
        return Stream.generate(() -> Go.<Integer>make(capacity)).limit(MEETINGS).toList();
    }

    private static Task start(boolean platform, Go.Body body) {
        return platform ? Task.startPlatform(body) : Task.start(body);
    }

    /** Waits until both have come to this meeting, and then a few instructions more. */
    private static void arrive(AtomicInteger arrivals, int meeting, int pause) {
        arrivals.incrementAndGet();
        for (int looks = 1; arrivals.get() < 2 * (meeting + 1); looks++) {
            if (looks % 1000 == 0) {
                Thread.yield();
            }
        }
        for (int i = 0; i < pause; i++) {
            arrivals.get();
        }
    }
}
