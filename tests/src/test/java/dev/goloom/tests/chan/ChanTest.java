package dev.goloom.tests.chan;

import static dev.goloom.Go.*;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import dev.goloom.ChannelClosedException;
import dev.goloom.ChannelFailedException;
import dev.goloom.Received;
import dev.goloom.tests.support.States;
import dev.goloom.tests.support.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A channel does what the Go specification says, at capacities 0, 1 and 10. */
class ChanTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10})
    void elementsArriveInTheOrderOfOneSender(int capacity) {
        Chan<Integer> c = make(capacity);
        Task sender = Task.start(() -> {
            for (int i = 0; i < 1000; i++) {
                c.send(i);
            }
            c.close();
        });
        int expected = 0;
        for (int v : c) {
            assertEquals(expected++, v);
        }
        assertEquals(1000, expected);
        sender.join();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10})
    void worksBetweenPlatformThreads(int capacity) {
        Chan<Integer> c = make(capacity);
        Task sender = Task.startPlatform(() -> {
            for (int i = 0; i < 1000; i++) {
                c.send(i);
            }
            c.close();
        });
        Task receiver = Task.startPlatform(() -> {
            for (int i = 0; i < 1000; i++) {
                assertEquals(i, c.recv());
            }
            assertNull(c.recv());
        });
        sender.join();
        receiver.join();
    }

    @Test
    void unbufferedSendWaitsForItsReceive() {
        Chan<String> c = make();
        Task sender = Task.startBlocked(() -> c.send("x"));
        assertSame(c, LockSupport.getBlocker(sender.thread()));
        assertTrue(sender.thread().isAlive());
        assertEquals("x", c.recv());
        sender.join();
    }

    @Test
    void unbufferedSendNeverReturnsBeforeItsReceiveHasBegun() {
        for (int i = 0; i < 2000; i++) {
            Chan<Integer> c = make();
            AtomicBoolean begun = new AtomicBoolean();
            Task sender = Task.start(() -> {
                c.send(1);
                assertTrue(begun.get());
            });
            begun.set(true);
            assertEquals(1, c.recv());
            sender.join();
        }
    }

    @Test
    void bufferedSendWaitsOnlyWhenFull() {
        Chan<Integer> c = make(2);
        c.send(1);
        c.send(2);
        Task third = Task.startBlocked(() -> c.send(3));
        assertEquals(2, c.len());
        assertEquals(2, c.cap());
        assertEquals(List.of(1, 2, 3), List.of(c.recv(), c.recv(), c.recv()));
        third.join();
        assertEquals(0, c.len());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10})
    void blockedReceiversAreServedInOrder(int capacity) {
        Chan<Integer> c = make(capacity);
        List<Task> receivers = new ArrayList<>();
        List<Integer> got = java.util.Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < 5; i++) {
            int place = i;
            receivers.add(Task.startBlocked(() -> got.add(place * 10 + c.recv())));
        }
        for (int i = 0; i < 5; i++) {
            c.send(i);
        }
        receivers.forEach(Task::join);
        assertEquals(List.of(0, 11, 22, 33, 44), got.stream().sorted().toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10})
    void closedChannelIsDrainedAndThenYieldsNull(int capacity) {
        Chan<Integer> c = make(capacity);
        for (int i = 0; i < capacity; i++) {
            c.send(i);
        }
        c.close();
        for (int i = 0; i < capacity; i++) {
            assertEquals(new Received<>(i, true), c.recvOk());
        }
        assertNull(c.recv());
        assertEquals(new Received<>(null, false), c.recvOk());
        assertEquals(Optional.empty(), c.tryRecv());
        assertFalse(c.iterator().hasNext());
        assertThrows(NoSuchElementException.class, () -> c.iterator().next());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10})
    void closeWakesEveryReceiver(int capacity) {
        Chan<Integer> c = make(capacity);
        List<Task> receivers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            receivers.add(Task.startBlocked(() -> assertEquals(new Received<>(null, false), c.recvOk())));
        }
        c.close();
        receivers.forEach(Task::join);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10})
    void closePanicsEverySender(int capacity) {
        Chan<Integer> c = make(capacity);
        for (int i = 0; i < capacity; i++) {
            c.send(i);
        }
        List<Task> senders = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            senders.add(Task.startBlocked(() -> c.send(-1)));
        }
        c.close();
        for (Task sender : senders) {
            ChannelClosedException thrown = assertInstanceOf(ChannelClosedException.class, sender.thrown());
            assertTrue(thrown.getMessage().matches("send on closed channel: chan#\\d+ \\(cap \\d+, len \\d+\\)"), thrown.getMessage());
        }
        for (int i = 0; i < capacity; i++) {
            assertEquals(i, c.recv());
        }
        assertNull(c.recv());
    }

    @Test
    void misuseOfClose() {
        Chan<Integer> c = make();
        c.close();
        assertTrue(assertThrows(ChannelClosedException.class, c::close).getMessage().startsWith("close of closed channel: chan#"));
        Exception cause = new Exception("late");
        assertArrayEquals(
                new Throwable[] {cause}, assertThrows(ChannelClosedException.class, () -> c.close(cause)).getSuppressed());
        assertThrows(ChannelClosedException.class, () -> c.send(1));
        assertThrows(ChannelClosedException.class, () -> c.trySend(1));
        assertThrows(NullPointerException.class, () -> make().close(null));
        assertThrows(NullPointerException.class, () -> Chan.nil().close());
        assertThrows(NullPointerException.class, () -> Chan.nil().close(cause));
        assertThrows(NullPointerException.class, () -> Chan.nil().cancel());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10})
    void failedChannelIsDrainedAndThenThrows(int capacity) {
        Chan<Integer> c = make(capacity);
        for (int i = 0; i < capacity; i++) {
            c.send(i);
        }
        Exception cause = new Exception("broken");
        c.close(cause);
        for (int i = 0; i < capacity; i++) {
            assertEquals(i, c.recv());
        }
        assertSame(cause, assertThrows(ChannelFailedException.class, c::recv).getCause());
        assertSame(cause, assertThrows(ChannelFailedException.class, c::recvOk).getCause());
        assertSame(cause, assertThrows(ChannelFailedException.class, c::tryRecv).getCause());
        assertSame(cause, assertThrows(ChannelFailedException.class, () -> c.iterator().hasNext()).getCause());
        assertSame(cause, assertThrows(ChannelFailedException.class, () -> select(recv(c))).getCause());
        assertThrows(ChannelClosedException.class, () -> c.send(1));
    }

    @Test
    void failureReachesWaitingReceivers() {
        Chan<Integer> c = make();
        Task receiver = Task.startBlocked(c::recv);
        Exception cause = new Exception("broken");
        c.close(cause);
        assertSame(cause, assertInstanceOf(ChannelFailedException.class, receiver.thrown()).getCause());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10})
    void cancelDropsTheBufferAndStopsBothEnds(int capacity) {
        Chan<Integer> c = make(capacity);
        for (int i = 0; i < capacity; i++) {
            c.send(i);
        }
        Task sender = Task.startBlocked(() -> c.send(-1));
        c.cancel();
        assertInstanceOf(CancellationException.class, sender.thrown());
        assertEquals(0, c.len());
        assertThrows(CancellationException.class, () -> c.send(1));
        assertThrows(CancellationException.class, () -> c.trySend(1));
        assertThrows(CancellationException.class, c::recv);
        assertThrows(CancellationException.class, c::tryRecv);
        c.close();
        c.close(new Exception("late"));
        c.cancel();
        assertThrows(CancellationException.class, c::recv);
    }

    @Test
    void cancelStopsWaitingReceivers() {
        Chan<Integer> c = make();
        Task receiver = Task.startBlocked(c::recv);
        c.cancel();
        assertInstanceOf(CancellationException.class, receiver.thrown());
    }

    @Test
    void cancelOfAClosedChannelOnlyDropsItsBuffer() {
        Chan<Integer> c = make(1);
        c.send(1);
        c.close();
        c.cancel();
        assertEquals(new Received<>(null, false), c.recvOk());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10})
    void interruptedSendHasNotHappened(int capacity) {
        Chan<Integer> c = make(capacity);
        for (int i = 0; i < capacity; i++) {
            c.send(i);
        }
        Task sender = Task.startBlocked(() -> c.send(99));
        sender.interrupt();
        assertInstanceOf(CancellationException.class, sender.thrown());
        assertTrue(sender.wasInterrupted());
        for (int i = 0; i < capacity; i++) {
            assertEquals(i, c.recv());
        }
        assertEquals(Optional.empty(), c.tryRecv());
    }

    @Test
    void interruptedReceiveHasNotHappened() {
        Chan<Integer> c = make();
        Task receiver = Task.startBlocked(c::recv);
        receiver.interrupt();
        assertInstanceOf(CancellationException.class, receiver.thrown());
        assertTrue(receiver.wasInterrupted());
        assertFalse(c.trySend(1));
    }

    @Test
    void interruptStatusDoesNotMatterWhereNothingWaits() {
        Chan<Integer> c = make(1);
        Task.start(() -> {
            Thread.currentThread().interrupt();
            c.send(1);
            assertEquals(1, c.recv());
            assertEquals(1, select(recv(c), DEFAULT));
            assertThrows(CancellationException.class, c::recv);
            assertThrows(CancellationException.class, () -> select(recv(c)));
            assertTrue(Thread.currentThread().isInterrupted());
        }).join();
    }

    @Test
    void nilChannelBlocksForEver() {
        Chan<Integer> nil = Chan.nil();
        assertFalse(nil.trySend(1));
        assertFalse(nil.trySend(null));
        assertEquals(Optional.empty(), nil.tryRecv());
        assertEquals(0, nil.len());
        assertEquals(0, nil.cap());
        assertEquals(2, select(recv(nil), send(nil, null), DEFAULT));
        for (Task task : List.of(
                Task.startBlocked(() -> nil.send(1)), Task.startBlocked(nil::recv), Task.startBlocked(() -> select(recv(nil))))) {
            task.interrupt();
            assertInstanceOf(CancellationException.class, task.thrown());
        }
    }

    @Test
    void nullIsNeverAnElement() {
        Chan<Integer> c = make(1);
        assertTrue(assertThrows(NullPointerException.class, () -> c.send(null)).getMessage().contains("chan#"));
        assertThrows(NullPointerException.class, () -> c.trySend(null));
        assertThrows(NullPointerException.class, () -> send(c, null));
        assertEquals(0, c.len());
    }

    @Test
    void capacityIsNotNegative() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> make(-1)).getMessage().contains("-1"));
    }

    @Test
    void trySendAndTryRecvNeverWait() {
        Chan<Integer> c = make();
        assertFalse(c.trySend(1));
        assertEquals(Optional.empty(), c.tryRecv());
        Task receiver = Task.startBlocked(() -> assertEquals(7, c.recv()));
        assertTrue(c.trySend(7));
        receiver.join();
        Task sender = Task.startBlocked(() -> c.send(8));
        assertEquals(Optional.of(8), c.tryRecv());
        sender.join();
    }

    @Test
    void iteratorsShareTheElements() {
        Chan<Integer> c = make(4);
        for (int i = 0; i < 4; i++) {
            c.send(i);
        }
        c.close();
        var first = c.iterator();
        var second = c.iterator();
        assertEquals(List.of(0, 1, 2, 3), List.of(first.next(), second.next(), first.next(), second.next()));
        assertFalse(first.hasNext());
        assertFalse(second.hasNext());
    }

    @Test
    void thousandsOfGoroutinesOnOneChannel() {
        Chan<Integer> c = make();
        int n = 5000;
        List<Task> senders = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int v = i;
            senders.add(Task.start(() -> c.send(v)));
        }
        long sum = 0;
        for (int i = 0; i < n; i++) {
            sum += c.recv();
        }
        senders.forEach(Task::join);
        assertEquals((long) n * (n - 1) / 2, sum);
        States.await("nobody is left", () -> c.tryRecv().isEmpty());
    }
}
