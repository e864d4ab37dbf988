package dev.goloom.tests.stress;

import static dev.goloom.Go.*;
import static java.time.Duration.ofHours;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import dev.goloom.ChannelClosedException;
import dev.goloom.ChannelFailedException;
import dev.goloom.Go;
import dev.goloom.Launch;
import dev.goloom.RecvChan;
import dev.goloom.Timer;
import dev.goloom.WaitGroup;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;

/** A goroutine that waits in one of the ways there are, what may end that, and what came of it. */
final class Waiting {
    /** What may end the waiting; not every event concerns every way to wait. */
    enum Event { CLOSE, FAIL, CANCEL, INTERRUPT }

    enum Outcome {
        RETURNED, CLOSED, FAILED, CANCELLED, INTERRUPTED;

        static Outcome of(Go.Body body) throws Throwable {
            try {
                body.run();
                return RETURNED;
            } catch (ChannelClosedException e) {
                return CLOSED;
            } catch (ChannelFailedException e) {
                assertSame(FAILURE, e.getCause());
                return FAILED;
            } catch (CancellationException e) {
                return e.getMessage().contains("on cancelled channel") ? CANCELLED : INTERRUPTED;
            }
        }
    }

    /** Every kind of waiter. */
    enum Way {
        SEND(w -> {
            Chan<Integer> c = w.sending(make());
            w.start(() -> c.send(1));
        }),
        SEND_TO_A_FULL_BUFFER(w -> {
            Chan<Integer> c = w.sending(make(1));
            c.send(0);
            w.start(() -> c.send(1));
        }),
        RECV(w -> {
            Chan<Integer> c = w.receiving(make());
            w.start(() -> assertNull(c.recv()));
        }),
        RECV_FROM_A_BUFFER(w -> {
            Chan<Integer> c = w.receiving(make(2));
            w.start(() -> assertFalse(c.recvOk().ok()));
        }),
        ITERATOR(w -> {
            Chan<Integer> c = w.receiving(make());
            w.start(() -> assertFalse(c.iterator().hasNext()));
        }),
        SELECT_RECV(w -> {
            Chan<Integer> c = w.receiving(make());
            w.start(() -> {
                var r = recv(c);
                assertEquals(1, select(recv(make()), r));
                assertFalse(r.ok());
            });
        }),
        SELECT_SEND(w -> {
            Chan<Integer> c = w.sending(make());
            w.start(() -> select(send(make(), 1), send(c, 2)));
        }),
        SELECT_BOTH_TO_SEND(w -> {
            Chan<Integer> c = w.sending(make());
            w.start(() -> select(send(c, 1), recv(make())));
        }),
        SELECT_BOTH_TO_RECEIVE(w -> {
            Chan<Integer> c = w.receiving(make());
            w.start(() -> assertEquals(1, select(send(make(), 1), recv(c))));
        }),
        SELECT_BOTH_ON_ONE_CHANNEL(w -> {
            Chan<Integer> c = w.receiving(make());
            // Which of the two meets the end is left open.
            w.outcomes.get(Event.CLOSE).add(Outcome.CLOSED);
            w.outcomes.get(Event.FAIL).add(Outcome.CLOSED);
            w.start(() -> select(send(c, 1), recv(c)));
        }),
        CONSUMER_OF_A_GENERATOR(w -> {
            Chan<Chan<Integer>> made = make(1);
            RecvChan<Integer> handle = Launch.generator("silent", 0, out -> {
                w.cleanUp = Thread.currentThread()::interrupt;
                made.send((Chan<Integer>) out);
                Chan.nil().recv();
            });
            w.receiving(made.recv());
            w.events.put(Event.CANCEL, handle::cancel);
            w.start(() -> assertNull(handle.recv()));
        }),
        GENERATOR(w -> {
            Chan<Chan<Integer>> made = make(1);
            Chan<Boolean> known = make(1);
            RecvChan<Integer> handle = Launch.generator("producer", 0, out -> {
                made.send((Chan<Integer>) out);
                known.recv();
                w.here(() -> out.send(1));
            });
            w.sending(made.recv());
            w.events.put(Event.CANCEL, handle::cancel);
            known.send(true);
        }),
        GENERATOR_ASLEEP(w -> {
            Chan<Boolean> known = make(1);
            RecvChan<Integer> handle = Launch.generator("sleeper", 0, out -> {
                known.recv();
                w.here(() -> sleep(ofHours(1)));
            });
            w.may(Event.CANCEL, handle::cancel, Outcome.INTERRUPTED);
            known.send(true);
        }),
        WAIT_GROUP(w -> {
            WaitGroup group = new WaitGroup();
            group.add(1);
            w.may(Event.CLOSE, group::done, Outcome.RETURNED);
            w.start(group::await);
        }),
        SLEEP(w -> w.start(() -> sleep(ofHours(1)))),
        TIMER(w -> {
            RecvChan<Instant> timer = new Timer(ofHours(1)).c();
            w.may(Event.CANCEL, timer::cancel, Outcome.CANCELLED);
            w.start(timer::recv);
        }),
        NIL_CHANNEL(w -> w.start(Chan.nil()::recv));

        private interface Preparation {
            void begin(Waiting waiting) throws Throwable;
        }

        private final Preparation preparation;

        Way(Preparation preparation) {
            this.preparation = preparation;
        }
    }

    static final Exception FAILURE = new Exception("the cause of a failure");

    private final List<Event> before;
    private final Map<Event, Go.Body> events = new EnumMap<>(Event.class);
    private final Map<Event, Set<Outcome>> outcomes = new EnumMap<>(Event.class);
    private Go.Body cleanUp = () -> {};

    /** The channel, if there is one that may be ended. */
    private Chan<Integer> chan;

    private volatile Thread thread;
    private volatile Outcome outcome;
    private volatile boolean interruptStatus;

    /** Starts a goroutine that waits in this way, after {@code before} has happened to it. */
    Waiting(Way way, List<Event> before) throws Throwable {
        this.before = before;
        may(Event.INTERRUPT, () -> thread.interrupt(), Outcome.INTERRUPTED);
        way.preparation.begin(this);
    }

    /** The events that concern a way to wait. */
    static Set<Event> events(Way way) throws Throwable {
        Waiting waiting = new Waiting(way, List.of(Event.INTERRUPT));
        return EnumSet.copyOf(waiting.events.keySet());
    }

    private void may(Event event, Go.Body action, Outcome outcome) {
        events.put(event, action);
        outcomes.put(event, EnumSet.of(outcome));
    }

    private Chan<Integer> sending(Chan<Integer> c) {
        return ends(c, Outcome.CLOSED, Outcome.CLOSED);
    }

    private Chan<Integer> receiving(Chan<Integer> c) {
        return ends(c, Outcome.RETURNED, Outcome.FAILED);
    }

    private Chan<Integer> ends(Chan<Integer> c, Outcome closed, Outcome failed) {
        chan = c;
        may(Event.CLOSE, c::close, closed);
        may(Event.FAIL, () -> c.close(FAILURE), failed);
        may(Event.CANCEL, c::cancel, Outcome.CANCELLED);
        return c;
    }

    private void start(Go.Body operation) {
        go(() -> here(operation));
    }

    private void here(Go.Body operation) throws Throwable {
        thread = Thread.currentThread();
        for (Event event : before) {
            happen(event);
        }
        Outcome seen = Outcome.of(operation);
        interruptStatus = Thread.interrupted();
        outcome = seen;
    }

    /** Lets an event happen. A close may find that there has been another. */
    void happen(Event event) throws Throwable {
        try {
            events.get(event).run();
        } catch (ChannelClosedException late) {
            assertTrue(event == Event.CLOSE || event == Event.FAIL);
        } catch (IllegalStateException late) {
            assertNull(chan, "only a wait group may say so");
        }
    }

    Set<Outcome> outcomes(Event event) {
        return outcomes.get(event);
    }

    Thread thread() {
        return thread;
    }

    /** Null as long as it waits. */
    Outcome outcome() {
        return outcome;
    }

    /** Checks that the outcome is one of those, and that nothing is left behind of an operation that did not happen. */
    void check(Set<Outcome> allowed, String story) throws Throwable {
        assertTrue(allowed.contains(outcome), () -> story + " came to " + outcome + ", not to one of " + allowed);
        if (outcome == Outcome.INTERRUPTED) {
            assertTrue(interruptStatus, () -> story + " has lost the interrupt status");
        }
        if (chan != null) {
            // Nobody waits here any more; a failure is received, so that nobody reports it.
            Outcome left = Outcome.of(() -> assertTrue(chan.len() == 1 || chan.tryRecv().isEmpty(), story));
            assertNotEquals(Outcome.INTERRUPTED, left);
            left = Outcome.of(() -> assertEquals(chan.len() < chan.cap(), chan.trySend(2), story));
            assertNotEquals(Outcome.INTERRUPTED, left);
            Outcome.of(chan::tryRecv);
            Outcome.of(chan::tryRecv);
        }
        cleanUp.run();
    }
}
