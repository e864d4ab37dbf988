package dev.goloom.tests.stress;

import static dev.goloom.Go.*;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Case;
import dev.goloom.Chan;
import dev.goloom.Go;
import dev.goloom.RecvCase;
import dev.goloom.tests.support.Stress;
import dev.goloom.tests.support.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * Selects over the same channels, each with its arms in an order of its own, meet one another under load: all of them come
 * to an end, and what is received is what was sent. A lock taken out of order would make two of them wait for each other.
 */
class OppositeSelectsTest {
    private static final int EACH = 300;

    @Test
    void selectAgainstSelect() {
        Stress.run("OppositeSelectsTest", 1, OppositeSelectsTest::round);
    }

    private static long round(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Chan<Long>> channels = new ArrayList<>();
        for (int i = 2 + random.nextInt(4); i > 0; i--) {
            channels.add(make(random.nextInt(3) / 2));
        }
        AtomicLong sent = new AtomicLong();
        AtomicLong received = new AtomicLong();
        int pairs = 2 + random.nextInt(4);
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < 2 * pairs; i++) {
            boolean sends = i < pairs;
            SplittableRandom own = random.split();
            Go.Body body = () -> {
                for (int n = 0; n < EACH; n++) {
                    if (sends) {
                        long element = own.nextLong();
                        select(shuffled(channels, own).stream().map(c -> send(c, element)).toArray(Case[]::new));
                        sent.addAndGet(element);
                    } else {
                        List<RecvCase<Long>> cases = shuffled(channels, own).stream().map(c -> recv(c)).toList();
                        received.addAndGet(cases.get(select(cases.toArray(Case[]::new))).value());
                    }
                }
            };
            tasks.add(random.nextInt(3) == 0 ? Task.startPlatform(body) : Task.start(body));
        }
        tasks.forEach(Task::join);
        assertEquals(sent.get(), received.get());
        channels.forEach(c -> assertTrue(c.tryRecv().isEmpty()));
        return 2L * pairs * EACH;
    }

    private static List<Chan<Long>> shuffled(List<Chan<Long>> channels, SplittableRandom random) {
        List<Chan<Long>> order = new ArrayList<>(channels);
        for (int i = order.size() - 1; i > 0; i--) {
            order.set(i, order.set(random.nextInt(i + 1), order.get(i)));
        }
        return order;
    }
}
