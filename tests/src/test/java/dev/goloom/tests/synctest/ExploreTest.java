package dev.goloom.tests.synctest;

import static dev.goloom.Go.*;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import dev.goloom.Go;
import dev.goloom.Received;
import dev.goloom.Synctest;
import dev.goloom.WaitGroup;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import java.util.Map;
import java.util.stream.Stream;

/** Exploration finds planted bugs within a thousand schedules, and replays each from its seed every time. */
class ExploreTest {
    private static final Map<String, Go.Body> BUGS = Map.of(
            "lost signal", ExploreTest::lostSignal,
            "lock order", ExploreTest::lockOrder,
            "close races send", ExploreTest::closeRacesSend,
            "check then act on len", ExploreTest::checkThenActOnLen,
            "goroutine leak", ExploreTest::goroutineLeak,
            "lost update", ExploreTest::lostUpdate);

    @TestFactory
    Stream<DynamicTest> plantedBugs() {
        return BUGS.entrySet().stream().map(bug -> DynamicTest.dynamicTest(bug.getKey(), () -> findAndReplay(bug.getValue())));
    }

    private static void findAndReplay(Go.Body bug) {
        AssertionError found = assertThrows(AssertionError.class, () -> Synctest.explore(1000, bug));
        Matcher line = Pattern.compile("Synctest\\.replay\\((-?\\d+)L, …\\);").matcher(found.getMessage());
        assertTrue(line.find(), found.getMessage());
        long seed = Long.parseLong(line.group(1));
        String report = afterTitle(found);
        assertTrue(report.contains("schedule:\n  2000-01-01T00:00:00Z"), report);
        for (int i = 0; i < 100; i++) {
            assertEquals(report, afterTitle(assertThrows(AssertionError.class, () -> Synctest.replay(seed, bug))));
        }
    }

    private static String afterTitle(AssertionError failure) {
        // Frames of the reflection that runs a test may be compiled meanwhile, and then look different.
        return failure.getMessage().substring(failure.getMessage().indexOf("Synctest.replay")).replaceAll("\tat .*\n", "");
    }

    /** A signal that is sent only if somebody seems to wait is lost if he does not wait yet. */
    private static void lostSignal() {
        Chan<Boolean> signal = make();
        go(() -> signal.trySend(true));
        gosched();
        signal.recv();
    }

    private static void lockOrder() {
        Chan<Boolean> a = make(1);
        Chan<Boolean> b = make(1);
        WaitGroup group = new WaitGroup();
        group.go(() -> {
            a.send(true);
            b.send(true);
            b.recv();
            a.recv();
        });
        group.go(() -> {
            b.send(true);
            a.send(true);
            a.recv();
            b.recv();
        });
        group.await();
    }

    private static void closeRacesSend() {
        Chan<Integer> c = make(10);
        WaitGroup group = new WaitGroup();
        group.go(() -> {
            for (int i = 0; i < 3; i++) {
                c.send(i);
            }
        });
        go(() -> {
            c.recv();
            c.close();
        });
        group.await();
    }

    private static void checkThenActOnLen() {
        Chan<Integer> c = make(1);
        c.send(1);
        WaitGroup group = new WaitGroup();
        for (int i = 0; i < 2; i++) {
            group.go(() -> {
                if (c.len() > 0) {
                    c.recv();
                }
            });
        }
        group.await();
    }

    /** The first answer wins; the other sender waits for ever. */
    private static void goroutineLeak() {
        Chan<Integer> first = make();
        for (int i = 0; i < 2; i++) {
            int n = i;
            go(() -> {
                sleep(rand(ofSeconds(1)));
                first.send(n);
            });
        }
        first.recv();
    }

    private static void lostUpdate() {
        int[] counter = {0};
        WaitGroup group = new WaitGroup();
        for (int i = 0; i < 2; i++) {
            group.go(() -> {
                int before = counter[0];
                gosched();
                counter[0] = before + 1;
            });
        }
        group.await();
        assertEquals(2, counter[0]);
    }

    @Test
    void twoSendersAndASelect() {
        Synctest.explore(500, () -> {
            Chan<Integer> a = make();
            Chan<Integer> b = make();
            go(() -> a.send(1));
            go(() -> b.send(2));
            int sum = 0;
            for (int i = 0; i < 2; i++) {
                var x = recv(a);
                var y = recv(b);
                sum += select(x, y) == 0 ? x.value() : y.value();
            }
            assertEquals(3, sum);
        });
    }

    @Test
    void sendAndClose() {
        Synctest.explore(500, () -> {
            Chan<Integer> c = make();
            go(() -> {
                c.send(1);
                c.close();
            });
            assertEquals(new Received<>(1, true), c.recvOk());
            assertEquals(new Received<>(null, false), c.recvOk());
        });
    }

    @Test
    void receiveCancelAndInterrupt() {
        Synctest.explore(500, () -> {
            Chan<Integer> c = make();
            Chan<Thread> thread = make(1);
            WaitGroup group = new WaitGroup();
            group.go(() -> {
                thread.send(Thread.currentThread());
                assertThrows(java.util.concurrent.CancellationException.class, c::recv);
                Thread.interrupted();
            });
            Thread receiver = thread.recv();
            go(c::cancel);
            go(receiver::interrupt);
            group.await();
        });
    }
}
