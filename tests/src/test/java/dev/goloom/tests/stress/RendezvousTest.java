package dev.goloom.tests.stress;

import static dev.goloom.Go.*;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import dev.goloom.ChannelFailedException;
import dev.goloom.Go;
import dev.goloom.tests.stress.Waiting.Outcome;
import dev.goloom.tests.support.Practised;
import dev.goloom.tests.support.Stress;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * What happens to a goroutine while it looks for its counterpart, before it parks: the channel ends, another comes for the
 * same, it is interrupted. The one who disturbs it runs on the other processor, some pauses later.
 */
class RendezvousTest {
    @Test
    void theChannelEnds() {
        Stress.run("RendezvousTest, ends", 2, seed -> {
            SplittableRandom random = new SplittableRandom(seed);
            Chan<Integer> c = Practised.chan();
            boolean sends = random.nextBoolean();
            End end = End.any(random);
            Outcome[] outcome = new Outcome[1];
            Pair pair = new Pair(random, () -> outcome[0] = Outcome.of(sends ? () -> c.send(1) : c::recv),
                    first -> end.happen(c));
            pair.join();
            assertEquals(end.of(sends), outcome[0]);
            if (end == End.FAIL) {
                // Received, so that nobody reports it.
                assertThrows(ChannelFailedException.class, c::recv);
            }
            return 2;
        });
    }

    /** Whoever comes second finds the place taken. No send returns before its receive has begun, and nothing is lost. */
    @Test
    void twoOfAKind() {
        Stress.run("RendezvousTest, two of a kind", 2, seed -> {
            SplittableRandom random = new SplittableRandom(seed);
            Chan<Integer> c = Practised.chan();
            AtomicInteger returned = new AtomicInteger();
            Set<Integer> received = ConcurrentHashMap.newKeySet();
            if (random.nextBoolean()) {
                Pair senders = new Pair(random, () -> {
                    c.send(1);
                    returned.incrementAndGet();
                }, first -> {
                    c.send(2);
                    returned.incrementAndGet();
                });
                assertEquals(0, returned.get(), "a send has returned that nobody has begun to receive");
                received.add(c.recv());
                received.add(c.recv());
                senders.join();
            } else {
                Pair receivers = new Pair(random, () -> received.add(c.recv()), first -> received.add(c.recv()));
                c.send(1);
                c.send(2);
                receivers.join();
            }
            assertEquals(Set.of(1, 2), received);
            return 4;
        });
    }

    /** A select finds who looks: were it to queue instead, both would wait for ever. */
    @Test
    void aSelectComes() {
        Stress.run("RendezvousTest, select", 2, seed -> {
            SplittableRandom random = new SplittableRandom(seed);
            Chan<Integer> c = Practised.chan();
            Chan<Integer> never = make();
            Pair pair = random.nextBoolean()
                    ? new Pair(random, () -> c.send(1), first -> assertEquals(1, select(recv(never), recv(c))))
                    : new Pair(random, () -> assertEquals(1, c.recv()), first -> select(send(never, 0), send(c, 1)));
            pair.join();
            return 2;
        });
    }

    /** An interrupted send has happened, or it has not; so has a receive. */
    @Test
    void anInterrupt() {
        Stress.run("RendezvousTest, interrupt", 2, seed -> {
            SplittableRandom random = new SplittableRandom(seed);
            Chan<Integer> c = Practised.chan();
            boolean sends = random.nextBoolean();
            Outcome[] outcome = new Outcome[1];
            Object[] other = new Object[1];
            Go.Body operation = sends ? () -> c.send(1) : () -> assertEquals(1, c.recv());
            Pair pair = new Pair(random, () -> outcome[0] = Outcome.of(operation), first -> {
                first.interrupt();
                other[0] = sends ? c.tryRecv().isPresent() : c.trySend(1);
            });
            pair.join();
            assertEquals((boolean) other[0] ? Outcome.RETURNED : Outcome.INTERRUPTED, outcome[0]);
            return 2;
        });
    }
}
