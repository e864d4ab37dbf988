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
 * An unbuffered send never returns before its receive has begun: at no time have more sends returned than receives begun,
 * and what the receiver did before is seen by the sender afterwards.
 */
class UnbufferedSendTest {
    private static final int EACH = 200;

    @Test
    void neverBeforeTheReceive() {
        Stress.run("UnbufferedSendTest", 1, UnbufferedSendTest::round);
    }

    private static long round(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int pairs = 1 + random.nextInt(4);
        Chan<Integer> c = make();
        Chan<Integer> never = make();
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger returned = new AtomicInteger();
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            SplittableRandom sender = random.split();
            SplittableRandom receiver = random.split();
            boolean platform = random.nextInt(4) == 0;
            tasks.add(start(platform, () -> {
                for (int n = 0; n < EACH; n++) {
                    send(sender.nextInt(3), c, never);
                    int sent = returned.incrementAndGet();
                    assertTrue(sent <= begun.get(), "a send has returned that nobody has begun to receive");
                }
            }));
            tasks.add(start(!platform, () -> {
                for (int n = 0; n < EACH; n++) {
                    begun.incrementAndGet();
                    if (receiver.nextBoolean()) {
                        c.recv();
                    } else {
                        assertEquals(1, select(recv(never), recv(c)));
                    }
                }
            }));
        }
        tasks.forEach(Task::join);
        return 2L * pairs * EACH;
    }

    private static Task start(boolean platform, Go.Body body) {
        return platform ? Task.startPlatform(body) : Task.start(body);
    }

    private static void send(int how, Chan<Integer> c, Chan<Integer> never) {
        switch (how) {
            case 0 -> c.send(1);
            case 1 -> assertEquals(0, select(Go.send(c, 1), recv(never)));
            default -> {
                for (int tries = 0; !c.trySend(1); tries++) {
                    if (tries == 10) {
                        c.send(1);
                        return;
                    }
                    Thread.yield();
                }
            }
        }
    }

    /** The same with one of each, and a plain field: the beginning of the receive happens-before the end of the send. */
    @Test
    void beginningOfAReceiveHappensBeforeTheEndOfItsSend() {
        Chan<Integer> c = make();
        int[] begun = {0};
        int n = 20_000;
        Task receiver = Task.start(() -> {
            for (int i = 1; i <= n; i++) {
                begun[0] = i;
                c.recv();
            }
        });
        for (int i = 1; i <= n; i++) {
            c.send(i);
            assertTrue(begun[0] >= i);
        }
        receiver.join();
    }
}
