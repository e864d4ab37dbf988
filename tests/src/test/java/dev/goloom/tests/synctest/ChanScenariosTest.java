package dev.goloom.tests.synctest;

import static dev.goloom.Go.*;
import static dev.goloom.tests.synctest.Outcomes.assertOutcomes;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import dev.goloom.ChannelFailedException;
import dev.goloom.WaitGroup;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Small scenarios on one channel, explored: all that may come of them, and nothing else. */
class ChanScenariosTest {
    /** Runs both at the same time and waits for their ends. */
    private static void both(Body one, Body other) {
        all(one, other);
    }

    private static void all(Body... bodies) {
        WaitGroup group = new WaitGroup();
        for (Body body : bodies) {
            group.go(body);
        }
        group.await();
    }

    @Test
    void sendAndClose() {
        assertOutcomes(() -> {
            Chan<Integer> c = make();
            String[] sent = {""};
            both(() -> sent[0] = Outcomes.of(() -> c.send(1)), c::close);
            return sent[0];
        }, "ChannelClosedException");
    }

    @Test
    void sendAndCloseWithRoomForIt() {
        assertOutcomes(() -> {
            Chan<Integer> c = make(1);
            String[] sent = {""};
            both(() -> sent[0] = Outcomes.of(() -> c.send(1)), c::close);
            return sent[0] + ", " + c.recv() + ", " + c.recv();
        }, "done, 1, null", "ChannelClosedException, null, null");
    }

    @Test
    void sendCloseAndReceive() {
        assertOutcomes(() -> {
            Chan<Integer> c = make();
            String[] sent = {""};
            String[] received = {""};
            all(() -> sent[0] = Outcomes.of(() -> c.send(1)), c::close, () -> received[0] = c.recvOk().toString());
            return sent[0] + ", " + received[0];
        }, "done, Received[value=1, ok=true]", "ChannelClosedException, Received[value=null, ok=false]");
    }

    @Test
    void sendAndCancel() {
        assertOutcomes(() -> {
            Chan<Integer> c = make(1);
            String[] sent = {"", ""};
            both(() -> {
                sent[0] = Outcomes.of(() -> c.send(1));
                sent[1] = Outcomes.of(() -> c.send(2));
            }, c::cancel);
            return sent[0] + ", " + sent[1] + ", " + c.len();
        }, "done, cancelled, 0", "cancelled, cancelled, 0");
    }

    @Test
    void receiveCancelAndInterrupt() {
        assertOutcomes(() -> {
            Chan<Integer> c = make();
            Chan<Thread> thread = make(1);
            String[] received = {""};
            all(() -> {
                thread.send(Thread.currentThread());
                received[0] = Outcomes.of(c::recv);
            }, c::cancel, () -> thread.recv().interrupt());
            return received[0];
        }, "cancelled", "interrupted");
    }

    /** An interrupted receive has not happened: the element is still there. */
    @Test
    void receiveSendAndInterrupt() {
        assertOutcomes(() -> {
            Chan<Integer> c = make(1);
            Chan<Thread> thread = make(1);
            String[] received = {""};
            all(() -> {
                thread.send(Thread.currentThread());
                received[0] = Outcomes.of(c::recv);
            }, () -> c.send(1), () -> thread.recv().interrupt());
            return received[0] + ", " + c.len() + " left";
        }, "done, 0 left", "interrupted, 1 left");
    }

    /** An interrupted send has not happened: the element is not received. */
    @Test
    void sendReceiveAndInterrupt() {
        assertOutcomes(() -> {
            Chan<Integer> c = make();
            Chan<Thread> thread = make(1);
            String[] sent = {""};
            Object[] received = {null};
            all(() -> {
                thread.send(Thread.currentThread());
                sent[0] = Outcomes.of(() -> c.send(1));
                c.close();
            }, () -> received[0] = c.recv(), () -> thread.recv().interrupt());
            return sent[0] + ", " + received[0];
        }, "done, 1", "interrupted, null");
    }

    @Test
    void twoCloses() {
        assertOutcomes(() -> {
            Chan<Integer> c = make();
            String[] closed = {"", ""};
            both(() -> closed[0] = Outcomes.of(c::close), () -> closed[1] = Outcomes.of(c::close));
            return closed[0] + ", " + closed[1];
        }, "done, ChannelClosedException", "ChannelClosedException, done");
    }

    @Test
    void closeAndCancel() {
        assertOutcomes(() -> {
            Chan<Integer> c = make(1);
            c.send(1);
            String[] received = {""};
            all(c::close, c::cancel, () -> received[0] = Outcomes.of(() -> assertNotEquals(2, c.recv())));
            return received[0];
        }, "done", "cancelled");
    }

    @Test
    void failureReachesEveryReceiver() {
        assertOutcomes(() -> {
            Exception cause = new Exception();
            Chan<Integer> c = make(1);
            String[] received = {"", ""};
            Body fail = () -> {
                c.send(1);
                c.close(cause);
            };
            all(fail, () -> received[0] = receive(c, cause), () -> received[1] = receive(c, cause));
            return received[0] + ", " + received[1];
        }, "1, failed", "failed, 1");
    }

    private static String receive(Chan<Integer> c, Exception cause) {
        try {
            return c.recv().toString();
        } catch (ChannelFailedException failed) {
            assertSame(cause, failed.getCause());
            return "failed";
        }
    }

    /** Neither waits, so that on an unbuffered channel they never meet. */
    @Test
    void trySendAndTryReceive() {
        assertOutcomes(() -> {
            Chan<Integer> c = make();
            boolean[] sent = {true};
            both(() -> sent[0] = c.trySend(1), () -> assertEquals(Optional.empty(), c.tryRecv()));
            return "sent " + sent[0];
        }, "sent false");
    }

    @Test
    void trySendAndReceive() {
        assertOutcomes(() -> {
            Chan<Integer> c = make();
            boolean[] sent = {false};
            Object[] received = {null};
            both(() -> {
                sent[0] = c.trySend(1);
                c.close();
            }, () -> received[0] = c.recv());
            return sent[0] + ", " + received[0];
        }, "true, 1", "false, null");
    }

    /** The send of an unbuffered channel returns only once its receive has begun. */
    @Test
    void sendReturnsAfterItsReceiveHasBegun() {
        assertOutcomes(() -> {
            Chan<Integer> c = make();
            boolean[] begun = {false};
            boolean[] seen = {false};
            both(() -> {
                c.send(1);
                seen[0] = begun[0];
            }, () -> {
                begun[0] = true;
                c.recv();
            });
            return "begun " + seen[0];
        }, "begun true");
    }

    /** Each sender's elements come in its order, in any mixture with the other's. */
    @Test
    void orderOfTwoSenders() {
        assertOutcomes(() -> {
            Chan<String> c = make(1);
            go(() -> {
                c.send("a");
                c.send("b");
            });
            go(() -> {
                c.send("1");
                c.send("2");
            });
            return c.recv() + c.recv() + c.recv() + c.recv();
        }, "ab12", "a1b2", "a12b", "1ab2", "1a2b", "12ab");
    }
}
