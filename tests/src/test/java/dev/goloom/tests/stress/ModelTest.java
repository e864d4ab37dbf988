package dev.goloom.tests.stress;

import static dev.goloom.Go.*;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Case;
import dev.goloom.Chan;
import dev.goloom.RecvCase;
import dev.goloom.tests.support.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * Random operations of many goroutines on many channels agree with a sequential model of what may be received: each
 * element that was sent is received exactly once, none that was not, and those of one sender on one channel in order.
 *
 * <p>{@code -Dgoloom.stress.seconds=N} makes it as long as one likes, {@code -Dgoloom.seed=S} begins with another seed.
 */
class ModelTest {
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("goloom.stress.seconds", 8));
    private static final long SEED = Long.getLong("goloom.seed", 20261124);

    private record Element(int sender, int channel, int number) {}

    @Test
    void nothingIsLostOrDoubled() {
        long deadline = System.nanoTime() + TIME.toNanos();
        long operations = 0;
        int rounds = 0;
        for (long seed = SEED; System.nanoTime() - deadline < 0; seed++) {
            try {
                operations += round(seed);
            } catch (Throwable failure) {
                throw new AssertionError("seed " + seed + ": run with -Dgoloom.seed=" + seed, failure);
            }
            rounds++;
        }
        System.out.println("ModelTest: " + operations + " operations in " + rounds + " rounds, " + TIME.toSeconds() + " s, from seed " + SEED);
    }

    /** One round: senders and receivers, some of them interrupted now and then; returns how many operations it had. */
    private static long round(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int channels = 1 + random.nextInt(4);
        List<Chan<Element>> chans = new ArrayList<>();
        for (int i = 0; i < channels; i++) {
            chans.add(make(new int[] {0, 0, 1, 2, 10}[random.nextInt(5)]));
        }
        int senders = 1 + random.nextInt(6);
        int receivers = 1 + random.nextInt(6);
        int each = 20 + random.nextInt(200);
        ConcurrentLinkedQueue<Element> sent = new ConcurrentLinkedQueue<>();
        List<List<Element>> received = new ArrayList<>();
        AtomicLong operations = new AtomicLong();
        AtomicBoolean stop = new AtomicBoolean();
        List<Task> sending = new ArrayList<>();
        for (int s = 0; s < senders; s++) {
            int sender = s;
            SplittableRandom own = random.split();
            Go body = () -> sendAll(sender, each, chans, own, sent, operations);
            sending.add(random.nextInt(5) == 0 ? Task.startPlatform(body::run) : Task.start(body::run));
        }
        List<Task> receiving = new ArrayList<>();
        for (int r = 0; r < receivers; r++) {
            List<Element> mine = new ArrayList<>();
            received.add(mine);
            SplittableRandom own = random.split();
            Go body = () -> receiveAll(chans, own, mine, operations);
            receiving.add(random.nextInt(5) == 0 ? Task.startPlatform(body::run) : Task.start(body::run));
        }
        List<Task> all = new ArrayList<>(sending);
        all.addAll(receiving);
        SplittableRandom own = random.split();
        Task interrupter = Task.start(() -> {
            while (!stop.get()) {
                all.get(own.nextInt(all.size())).interrupt();
                for (int i = 0; i < 50; i++) {
                    Thread.yield();
                }
            }
        });
        sending.forEach(Task::join);
        chans.forEach(Chan::close);
        receiving.forEach(Task::join);
        stop.set(true);
        interrupter.join();
        check(new ArrayList<>(sent), received);
        return operations.get();
    }

    private interface Go {
        void run() throws Exception;
    }

    private static void sendAll(int sender, int each, List<Chan<Element>> chans, SplittableRandom random,
            ConcurrentLinkedQueue<Element> sent, AtomicLong operations) {
        for (int i = 0; i < each; ) {
            int a = random.nextInt(chans.size());
            int b = random.nextInt(chans.size());
            operations.incrementAndGet();
            try {
                switch (random.nextInt(3)) {
                    case 0 -> {
                        Element element = new Element(sender, a, i);
                        chans.get(a).send(element);
                        sent.add(element);
                        i++;
                    }
                    case 1 -> {
                        Element element = new Element(sender, a, i);
                        if (chans.get(a).trySend(element)) {
                            sent.add(element);
                            i++;
                        } else {
                            Thread.yield();
                        }
                    }
                    default -> {
                        Element[] elements = {new Element(sender, a, i), new Element(sender, b, i)};
                        int chosen = select(send(chans.get(a), elements[0]), send(chans.get(b), elements[1]));
                        sent.add(elements[chosen]);
                        i++;
                    }
                }
            } catch (CancellationException interrupted) {
                assertTrue(Thread.interrupted());
            }
        }
    }

    private static void receiveAll(List<Chan<Element>> chans, SplittableRandom random, List<Element> mine, AtomicLong operations) {
        List<Chan<Element>> open = new ArrayList<>(chans);
        while (!open.isEmpty()) {
            Chan<Element> c = open.get(random.nextInt(open.size()));
            operations.incrementAndGet();
            try {
                switch (random.nextInt(3)) {
                    case 0 -> c.tryRecv().ifPresentOrElse(mine::add, Thread::yield);
                    default -> {
                        List<RecvCase<Element>> cases = new ArrayList<>();
                        open.forEach(each -> cases.add(recv(each)));
                        int chosen = select(cases.toArray(Case[]::new));
                        if (cases.get(chosen).ok()) {
                            mine.add(cases.get(chosen).value());
                        } else {
                            open.remove(chosen);
                        }
                    }
                }
            } catch (CancellationException interrupted) {
                assertTrue(Thread.interrupted());
            }
        }
    }

    private static void check(List<Element> sent, List<List<Element>> received) {
        Map<Element, Integer> times = new HashMap<>();
        for (List<Element> each : received) {
            Map<List<Integer>, Integer> last = new HashMap<>();
            for (Element element : each) {
                times.merge(element, 1, Integer::sum);
                Integer before = last.put(List.of(element.sender(), element.channel()), element.number());
                assertTrue(before == null || before < element.number(), "out of order: " + element + " after " + before);
            }
        }
        times.forEach((element, count) -> assertEquals(1, count, "received more than once: " + element));
        assertEquals(times.keySet(), java.util.Set.copyOf(sent));
    }
}
