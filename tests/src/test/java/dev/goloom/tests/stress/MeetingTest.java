package dev.goloom.tests.stress;

import static dev.goloom.Go.*;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import dev.goloom.Go;
import dev.goloom.tests.support.Stress;
import dev.goloom.tests.support.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
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
        List<Chan<Integer>> channels = new ArrayList<>();
        for (int i = 0; i < MEETINGS; i++) {
            channels.add(make());
        }
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
