package dev.goloom.tests.conformance;

import static dev.goloom.Go.DEFAULT;
import static dev.goloom.Go.make;
import static dev.goloom.Go.select;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import dev.goloom.ChannelClosedException;
import dev.goloom.Go;
import dev.goloom.Received;
import dev.goloom.tests.support.Task;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A closed channel yields what is buffered and then zero values without blocking, and takes no more elements, by plain
 * operations, by selects of one arm and by larger ones: {@code test/closedchan.go}.
 */
class ClosedChanTest {
    private static final Chan<Integer> DUMMY = make();

    /** A way to do the six operations of a channel. Null is "would have to wait", as is false. */
    private interface Way {
        void send(Chan<Integer> c, int element);

        boolean trySend(Chan<Integer> c, int element);

        Received<Integer> recv(Chan<Integer> c);

        Received<Integer> tryRecv(Chan<Integer> c);
    }

    private enum Ways implements Way {
        PLAIN {
            @Override
            public void send(Chan<Integer> c, int element) {
                c.send(element);
            }

            @Override
            public boolean trySend(Chan<Integer> c, int element) {
                return c.trySend(element);
            }

            @Override
            public Received<Integer> recv(Chan<Integer> c) {
                return c.recvOk();
            }

            @Override
            public Received<Integer> tryRecv(Chan<Integer> c) {
                // It does not tell the end from having to wait; that a plain receive does not wait tells it.
                Optional<Integer> received = c.tryRecv();
                return received.isPresent() ? new Received<>(received.get(), true) : c.recvOk();
            }
        },
        SELECT {
            @Override
            public void send(Chan<Integer> c, int element) {
                assertEquals(0, select(Go.send(c, element)));
            }

            @Override
            public boolean trySend(Chan<Integer> c, int element) {
                return select(DEFAULT, Go.send(c, element)) == 1;
            }

            @Override
            public Received<Integer> recv(Chan<Integer> c) {
                var r = Go.recv(c);
                assertEquals(0, select(r));
                return new Received<>(r.value(), r.ok());
            }

            @Override
            public Received<Integer> tryRecv(Chan<Integer> c) {
                var r = Go.recv(c);
                return select(DEFAULT, r) == 0 ? null : new Received<>(r.value(), r.ok());
            }
        },
        LARGER_SELECT {
            @Override
            public void send(Chan<Integer> c, int element) {
                assertEquals(0, select(Go.send(c, element), Go.recv(DUMMY)));
            }

            @Override
            public boolean trySend(Chan<Integer> c, int element) {
                return select(DEFAULT, Go.recv(DUMMY), Go.send(c, element)) == 2;
            }

            @Override
            public Received<Integer> recv(Chan<Integer> c) {
                var r = Go.recv(c);
                assertEquals(1, select(Go.recv(DUMMY), r));
                return new Received<>(r.value(), r.ok());
            }

            @Override
            public Received<Integer> tryRecv(Chan<Integer> c) {
                var r = Go.recv(c);
                return select(Go.recv(DUMMY), DEFAULT, r) == 1 ? null : new Received<>(r.value(), r.ok());
            }
        }
    }

    static Stream<Arguments> waysAndFirst() {
        return Stream.of(Ways.values()).flatMap(way -> Stream.<BiFunction<Way, Chan<Integer>, Received<Integer>>>of(
                Way::recv, Way::tryRecv).map(first -> Arguments.of(way, first)));
    }

    @ParameterizedTest
    @MethodSource("waysAndFirst")
    void unbuffered(Way way, BiFunction<Way, Chan<Integer>, Received<Integer>> first) {
        Chan<Integer> c = make();
        c.close();
        assertEquals(new Received<>(null, false), first.apply(way, c));
        assertClosed(way, c);
    }

    @ParameterizedTest
    @MethodSource("waysAndFirst")
    void buffered(Way way, BiFunction<Way, Chan<Integer>, Received<Integer>> first) {
        Chan<Integer> c = make(2);
        c.send(1);
        c.close();
        assertEquals(new Received<>(1, true), first.apply(way, c));
        assertClosed(way, c);
    }

    private static void assertClosed(Way way, Chan<Integer> c) {
        for (int i = 0; i < 3; i++) {
            assertEquals(new Received<>(null, false), way.recv(c));
            assertEquals(new Received<>(null, false), way.tryRecv(c));
        }
        assertThrows(ChannelClosedException.class, () -> way.trySend(c, 1));
        assertEquals(new Received<>(null, false), way.recv(c), "the element that was refused");
        assertThrows(ChannelClosedException.class, () -> way.send(c, 2));
        assertEquals(new Received<>(null, false), way.recv(c), "the element that was refused");
    }

    @Test
    void nilAndTwice() {
        assertThrows(NullPointerException.class, () -> Chan.nil().close());
        Chan<Integer> c = make();
        c.close();
        assertThrows(ChannelClosedException.class, c::close);
    }

    /** What Go's test leaves to be done: the close of a channel on which senders and receivers are blocked. */
    @ParameterizedTest
    @EnumSource
    void whileBlocked(Ways way) {
        Chan<Integer> empty = make();
        List<Task> receivers = List.of(
                Task.startBlocked(() -> assertEquals(new Received<>(null, false), way.recv(empty))),
                Task.startBlocked(() -> assertEquals(new Received<>(null, false), way.recv(empty))));
        empty.close();
        receivers.forEach(Task::join);
        Chan<Integer> full = make(1);
        full.send(1);
        List<Task> senders = List.of(Task.startBlocked(() -> way.send(full, 2)), Task.startBlocked(() -> way.send(full, 3)));
        full.close();
        senders.forEach(sender -> assertInstanceOf(ChannelClosedException.class, sender.thrown()));
        assertEquals(new Received<>(1, true), way.recv(full));
        assertEquals(new Received<>(null, false), way.recv(full));
    }
}
