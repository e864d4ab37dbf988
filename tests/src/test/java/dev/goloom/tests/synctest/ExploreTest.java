package dev.goloom.tests.synctest;

import static dev.goloom.Go.*;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import dev.goloom.Synctest;
import dev.goloom.WaitGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Exploration runs the body under many schedules, chosen by two strategies in turn. */
class ExploreTest {
    private static final int STEPS = 20;

    @Test
    void runsEachScheduleOnce() {
        int[] runs = {0};
        Synctest.explore(123, () -> runs[0]++);
        assertEquals(123, runs[0]);
        assertThrows(IllegalArgumentException.class, () -> Synctest.explore(0, () -> {}));
    }

    @Test
    void isTheSameEveryTime() {
        assertEquals(explored(), explored());
    }

    private static List<String> explored() {
        List<String> orders = new ArrayList<>();
        Synctest.explore(200, () -> orders.add(inTurns("AB") + rand(1000)));
        return orders;
    }

    @Test
    void chanceOfTheProgramDoesNotDependOnTheSchedule() {
        Set<Integer> all = new HashSet<>();
        for (long seed = 0; seed < 100; seed++) {
            List<Integer> drawn = new ArrayList<>();
            Synctest.replay(seed, () -> drawn.add(rand(1_000_000)));
            Synctest.replay(seed, () -> {
                for (int i = 0; i < 3; i++) {
                    go(() -> gosched());
                    gosched();
                }
                drawn.add(rand(1_000_000));
            });
            assertEquals(drawn.get(0), drawn.get(1));
            all.addAll(drawn);
        }
        assertTrue(all.size() > 90, all.toString());
    }

    /** Found by priorities of depth 1 half of the time; by random choice with a chance of 1 in 2^20. */
    @Test
    void findsWhatNeedsOneToBeSlow() {
        assertFoundByPriorities("AB", "B+A+");
    }

    /** One change of priorities, somewhere in the middle. */
    @Test
    void findsWhatNeedsOneInterruption() {
        assertFoundByPriorities("AB", "A+B+A+");
    }

    /** Two changes; the first one to be interrupted is the first to go on. */
    @Test
    void findsWhatNeedsTwoInterruptions() {
        assertFoundByPriorities("AB", "A+B+A+B+");
        assertFoundByPriorities("AB", "B+A+B+A+");
    }

    /** Two changes; the first one to be interrupted is the last to go on, which priorities that only fall cannot bring. */
    @Test
    void findsWhatNeedsTwoInterruptionsInTheOtherOrder() {
        assertFoundByPriorities("ABC", "(.)\\1*(?!\\1)(.)\\2*(?!\\1|\\2)(.)\\3*\\2+\\1+");
    }

    private static void assertFoundByPriorities(String names, String bug) {
        AssertionError found = assertThrows(AssertionError.class, () -> Synctest.explore(1000, () -> {
            String order = inTurns(names);
            if (order.matches(bug)) {
                throw new AssertionError(order);
            }
        }));
        assertEquals(1, PlantedBugsTest.seed(found) & 1, found.getMessage());
    }

    /** Goroutines that take their steps; the order in which they did. */
    private static String inTurns(String names) {
        StringBuilder order = new StringBuilder();
        Chan<Integer> c = make();
        WaitGroup group = new WaitGroup();
        for (char name : names.toCharArray()) {
            group.go(() -> {
                for (int i = 0; i < STEPS; i++) {
                    c.len();
                    order.append(name);
                }
            });
        }
        group.await();
        return order.toString();
    }

    @Test
    void lookingAgainAndAgainLetsOthersRunUnderEverySchedule() {
        Synctest.explore(200, () -> {
            Chan<Integer> c = make(1);
            go(() -> c.send(1));
            while (c.tryRecv().isEmpty()) {
                // Somebody will send.
            }
        });
    }

    @Test
    void aThousandSchedulesTakeSeconds() {
        long start = System.nanoTime();
        Synctest.explore(1000, () -> {
            Chan<Integer> c = make();
            Chan<Integer> d = make(1);
            go(() -> {
                for (int i = 0; i < 5; i++) {
                    c.send(i);
                }
                c.close();
            });
            go(() -> {
                for (int i : c) {
                    d.send(i);
                }
                d.close();
            });
            int sum = 0;
            for (int i : d) {
                sum += i;
            }
            assertEquals(10, sum);
        });
        assertTrue(System.nanoTime() - start < Duration.ofSeconds(20).toNanos());
    }
}
