package dev.goloom.tests.stress;

import static dev.goloom.Go.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.goloom.Chan;
import dev.goloom.ChannelFailedException;
import dev.goloom.Context;
import dev.goloom.Go;
import dev.goloom.Group;
import dev.goloom.Timer;
import dev.goloom.WaitGroup;
import dev.goloom.tests.support.Stress;
import dev.goloom.tests.support.Task;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A goroutine whose recursion has no end runs out of stack wherever it is: in an operation, too. What it has used must go on
 * working for all others.
 */
class StackOverflowTest {
    private static final int[] CAPACITIES = {0, 1, 4, 128};

    /** What is done at each level of a recursion. */
    private interface Level {
        void run(int depth);
    }

    @Test
    void operationsThatDoNotWait() {
        Stress.run("StackOverflowTest, not waiting", 3, StackOverflowTest::withoutWaiting);
    }

    /** On platform threads: a virtual one that parks moves its stack to the heap, and never runs out of it. */
    @Test
    void operationsThatWait() {
        Stress.run("StackOverflowTest, waiting", 5, StackOverflowTest::withWaiting);
    }

    private static long withoutWaiting(long seed) {
        Random random = new Random(seed);
        Chan<Integer> c = make(CAPACITIES[random.nextInt(CAPACITIES.length)]);
        WaitGroup group = new WaitGroup();
        Timer timer = new Timer(Duration.ofHours(1));
        Context context = Context.background().withCancel();
        int between = random.nextInt(4);
        int which = random.nextInt(5);
        int[] levels = new int[1];
        Level level = depth -> {
            switch (which) {
                case 0 -> {
                    c.trySend(depth);
                    c.tryRecv();
                }
                case 1 -> {
                    Go.select(Go.send(c, depth), DEFAULT);
                    Go.select(recv(c), recv(make()), DEFAULT);
                }
                case 2 -> {
                    group.add(1);
                    group.done();
                }
                case 3 -> {
                    timer.reset(Duration.ofHours(1));
                    Go.select(recv(timer.c()), DEFAULT);
                }
                default -> {
                    try (Context below = context.withTimeout(Duration.ofHours(1))) {
                        Go.select(recv(below.done()), DEFAULT);
                    }
                }
            }
            levels[0] = depth;
        };
        Go.Body body = () -> down(level, 0, between);
        Task deep = random.nextBoolean() ? Task.start(body) : Task.startPlatform(body);
        assertInstanceOf(StackOverflowError.class, deep.thrown());
        Task other = Task.start(() -> {
            c.trySend(1);
            c.tryRecv();
            Go.select(recv(c), recv(timer.c()), DEFAULT);
            c.close();
            // Between add and done, a level may have been broken off.
            group.add(1);
            group.done();
            assertTrue(timer.stop());
            Context below = context.withCancel();
            context.cancel();
            below.done().recv();
        });
        other.join();
        return levels[0];
    }

    /** In a group of limited size, which a start that failed must not leave smaller. */
    @Test
    void startsOfGoroutines() {
        Stress.run("StackOverflowTest, starts", 3, StackOverflowTest::starting);
    }

    private static long starting(long seed) throws Exception {
        Random random = new Random(seed);
        int between = random.nextInt(4);
        Group group = new Group().limit(2);
        int[] levels = new int[1];
        Task deep = Task.startPlatform(() -> down(depth -> {
            group.go(() -> {});
            levels[0] = depth;
        }, 0, between));
        assertInstanceOf(StackOverflowError.class, deep.thrown());
        Chan<Integer> c = make();
        Task other = Task.start(() -> {
            group.go(() -> c.send(1));
            group.go(() -> c.send(2));
            assertEquals(3, c.recv() + c.recv());
            group.await();
        });
        other.join();
        return levels[0];
    }

    private static long withWaiting(long seed) {
        Random random = new Random(seed);
        Chan<Integer> c = make(CAPACITIES[random.nextInt(CAPACITIES.length)]);
        Chan<Integer> never = make();
        int between = random.nextInt(4);
        boolean selects = random.nextBoolean();
        int[] sent = new int[1];
        Level level = depth -> {
            if (selects) {
                Go.select(Go.send(c, depth), recv(never));
            } else {
                c.send(depth);
            }
            sent[0] = depth + 1;
        };
        Task deep = Task.startPlatform(() -> {
            try {
                down(level, 0, between);
            } catch (StackOverflowError e) {
                c.close(e);
            }
        });
        int[] received = new int[1];
        Task other = Task.start(() -> {
            for (int element : c) {
                assertEquals(received[0]++, element);
            }
        });
        assertInstanceOf(StackOverflowError.class, assertInstanceOf(ChannelFailedException.class, other.thrown()).getCause());
        deep.join();
        // Where the stack overflows once the element has been sent, the send does not return.
        assertTrue(received[0] - sent[0] <= 1 && received[0] >= sent[0], received[0] + " received of " + sent[0]);
        return sent[0];
    }

    /** Recurses without end, with {@code between} calls more between two operations. */
    private static void down(Level level, int depth, int between) {
        level.run(depth);
        skip(level, depth, between, between);
    }

    private static void skip(Level level, int depth, int between, int left) {
        if (left == 0) {
            down(level, depth + 1, between);
        } else {
            skip(level, depth, between, left - 1);
        }
    }
}
