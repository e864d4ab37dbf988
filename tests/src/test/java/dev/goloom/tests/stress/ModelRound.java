package dev.goloom.tests.stress;

import static dev.goloom.Go.*;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Case;
import dev.goloom.Chan;
import dev.goloom.ChannelClosedException;
import dev.goloom.ChannelFailedException;
import dev.goloom.Go;
import dev.goloom.RecvCase;
import dev.goloom.Received;
import dev.goloom.tests.stress.ModelRound.Ended.How;
import dev.goloom.tests.support.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** One round: senders, receivers, somebody who ends channels early, and somebody who interrupts any of them. */
final class ModelRound {
    private record Element(int sender, int channel, int number) {}

    /** A channel, and how and whether it has ended. */
    static final class Ended {
        enum How { CLOSED, FAILED, CANCELLED }

        final int index;
        final Chan<Element> chan;
        final How how;

        /** Set before it is ended, and after. */
        volatile boolean ending;

        volatile boolean ended;

        Ended(int index, int capacity, How how) {
            this.index = index;
            this.chan = make(capacity);
            this.how = how;
        }

        void end() {
            ending = true;
            switch (how) {
                case CLOSED -> chan.close();
                case FAILED -> chan.close(History.FAILURE);
                case CANCELLED -> chan.cancel();
            }
            ended = true;
        }
    }

    private final SplittableRandom random;
    private final List<Ended> channels = new ArrayList<>();
    private final List<Element> sent = Collections.synchronizedList(new ArrayList<>());
    private final List<List<Element>> received = new ArrayList<>();
    private final AtomicLong operations = new AtomicLong();
    private final int each;

    ModelRound(SplittableRandom random) {
        this.random = random;
        this.each = 20 + random.nextInt(200);
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            How how = random.nextInt(3) > 0 ? How.CLOSED : How.values()[random.nextInt(3)];
            channels.add(new Ended(channels.size(), new int[] {0, 0, 1, 2, 10}[random.nextInt(5)], how));
        }
    }

    /** Returns how many operations it had. */
    long run() {
        List<Task> senders = new ArrayList<>();
        List<Task> receivers = new ArrayList<>();
        for (int s = 1 + random.nextInt(6); s > 0; s--) {
            int sender = s;
            List<Element> mine = newList();
            SplittableRandom own = random.split();
            senders.add(start(() -> sendAll(sender, own, mine)));
        }
        for (int r = 1 + random.nextInt(6); r > 0; r--) {
            // There is one at least who waits for all channels, so that nobody waits for ever.
            boolean patient = r > 1;
            List<Element> mine = newList();
            SplittableRandom own = random.split();
            receivers.add(start(() -> receiveAll(own, mine, patient)));
        }
        List<Task> all = new ArrayList<>(senders);
        all.addAll(receivers);
        AtomicBoolean stop = new AtomicBoolean();
        SplittableRandom own = random.split();
        Task disturber = Task.start(() -> disturb(all, own, stop));
        senders.forEach(Task::join);
        stop.set(true);
        disturber.join();
        channels.stream().filter(c -> !c.ended).forEach(Ended::end);
        receivers.forEach(Task::join);
        check();
        return operations.get();
    }

    private List<Element> newList() {
        List<Element> list = new ArrayList<>();
        received.add(list);
        return list;
    }

    private Task start(Go.Body body) {
        return random.nextInt(5) == 0 ? Task.startPlatform(body) : Task.start(body);
    }

    /** Interrupts anybody now and then, and ends some channels while they are in use. */
    private void disturb(List<Task> all, SplittableRandom own, AtomicBoolean stop) {
        while (!stop.get()) {
            all.get(own.nextInt(all.size())).interrupt();
            for (int i = own.nextInt(100); i > 0; i--) {
                Thread.yield();
            }
            Ended c = channels.get(own.nextInt(channels.size()));
            if (!c.ended && own.nextInt(30) == 0) {
                c.end();
            }
        }
    }

    private void sendAll(int sender, SplittableRandom own, List<Element> mine) {
        List<Ended> open = new ArrayList<>(channels);
        for (int i = 0; i < each && !open.isEmpty(); ) {
            Ended a = open.get(own.nextInt(open.size()));
            Ended b = open.get(own.nextInt(open.size()));
            boolean over = a.ended && b.ended;
            Element toA = new Element(sender, a.index, i);
            Element toB = new Element(sender, b.index, i);
            operations.incrementAndGet();
            try {
                Element done = sendOne(own.nextInt(4), a, b, toA, toB, mine);
                if (done != null) {
                    assertFalse(over, "sent after the end");
                    sent.add(done);
                    i++;
                } else {
                    Thread.yield();
                }
            } catch (ChannelClosedException e) {
                assertTrue(open.removeIf(c -> c.ending && c.how != How.CANCELLED), e::toString);
            } catch (ChannelFailedException e) {
                assertTrue(open.removeIf(c -> c.ending && c.how == How.FAILED), e::toString);
            } catch (CancellationException e) {
                assertCancelled(e, open);
            }
        }
    }

    /** Returns what was sent, or null. */
    private static Element sendOne(int how, Ended a, Ended b, Element toA, Element toB, List<Element> mine) {
        switch (how) {
            case 0 -> {
                a.chan.send(toA);
                return toA;
            }
            case 1 -> {
                return a.chan.trySend(toA) ? toA : null;
            }
            case 2 -> {
                return select(send(a.chan, toA), send(b.chan, toB)) == 0 ? toA : toB;
            }
            default -> {
                RecvCase<Element> r = recv(b.chan);
                if (select(send(a.chan, toA), r) == 0) {
                    return toA;
                }
                if (r.ok()) {
                    mine.add(r.value());
                }
                return null;
            }
        }
    }

    private void receiveAll(SplittableRandom own, List<Element> mine, boolean patient) {
        List<Ended> open = new ArrayList<>(channels);
        while (!open.isEmpty()) {
            Ended c = open.get(own.nextInt(open.size()));
            operations.incrementAndGet();
            try {
                switch (own.nextInt(patient ? 5 : 3)) {
                    case 0 -> c.chan.tryRecv().ifPresentOrElse(mine::add, Thread::yield);
                    case 1, 2 -> {
                        List<RecvCase<Element>> cases = new ArrayList<>();
                        open.forEach(other -> cases.add(recv(other.chan)));
                        int chosen = select(cases.toArray(Case[]::new));
                        RecvCase<Element> won = cases.get(chosen);
                        take(new Received<>(won.value(), won.ok()), open.get(chosen), open, mine);
                    }
                    case 3 -> take(c.chan.recvOk(), c, open, mine);
                    default -> {
                        Iterator<Element> iterator = c.chan.iterator();
                        boolean ok = iterator.hasNext();
                        take(new Received<>(ok ? iterator.next() : null, ok), c, open, mine);
                    }
                }
            } catch (ChannelFailedException e) {
                assertTrue(open.removeIf(other -> hasFailed(other, mine)), e::toString);
            } catch (CancellationException e) {
                assertCancelled(e, open);
            }
        }
    }

    /** Whether the channel has failed and is drained; takes an element if not. A select does not tell which one it was. */
    private static boolean hasFailed(Ended c, List<Element> mine) {
        try {
            if (c.ending && c.how == How.FAILED) {
                c.chan.tryRecv().ifPresent(mine::add);
            }
            return false;
        } catch (ChannelFailedException e) {
            return true;
        }
    }

    private static void take(Received<Element> taken, Ended from, List<Ended> open, List<Element> mine) {
        if (taken.ok()) {
            assertEquals(from.index, taken.value().channel());
            mine.add(taken.value());
        } else {
            assertTrue(from.ending && from.how == How.CLOSED, "the end of a channel that was not closed");
            open.remove(from);
        }
    }

    private static void assertCancelled(CancellationException e, List<Ended> open) {
        if (e.getMessage().contains("on cancelled channel")) {
            assertTrue(open.removeIf(c -> c.ending && c.how == How.CANCELLED), e::toString);
        } else {
            assertTrue(Thread.interrupted(), e::toString);
        }
    }

    private void check() {
        Set<Element> once = new HashSet<>();
        for (List<Element> one : received) {
            Map<List<Integer>, Integer> last = new HashMap<>();
            for (Element element : one) {
                assertTrue(once.add(element), () -> "received twice: " + element);
                Integer before = last.put(List.of(element.sender(), element.channel()), element.number());
                assertTrue(before == null || before < element.number(), () -> "out of order: " + element + " after " + before);
            }
        }
        assertTrue(Set.copyOf(sent).containsAll(once), "received, but never sent");
        Set<Element> lost = new HashSet<>(sent);
        lost.removeAll(once);
        lost.removeIf(element -> channels.get(element.channel()).how == How.CANCELLED);
        assertEquals(Set.of(), lost, "sent, but never received");
    }
}
