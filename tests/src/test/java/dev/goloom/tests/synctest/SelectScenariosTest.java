package dev.goloom.tests.synctest;

import static dev.goloom.Go.*;
import static dev.goloom.tests.synctest.Outcomes.assertOutcomes;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import dev.goloom.Synctest;
import dev.goloom.WaitGroup;
import org.junit.jupiter.api.Test;

/** Small scenarios with select, explored: all that may come of them, and nothing else. */
class SelectScenariosTest {
    private static void all(Body... bodies) {
        WaitGroup group = new WaitGroup();
        for (Body body : bodies) {
            group.go(body);
        }
        group.await();
    }

    @Test
    void twoSendersAndASelectOfTwoReceives() {
        assertOutcomes(() -> {
            Chan<Integer> a = make();
            Chan<Integer> b = make();
            go(() -> a.send(1));
            go(() -> b.send(2));
            return receiveEither(a, b) + ", " + receiveEither(a, b);
        }, "case 0: 1, case 1: 2", "case 1: 2, case 0: 1");
    }

    private static String receiveEither(Chan<Integer> a, Chan<Integer> b) {
        var x = recv(a);
        var y = recv(b);
        return switch (select(x, y)) {
            case 0 -> "case 0: " + x.value();
            default -> "case 1: " + y.value();
        };
    }

    /** One of the two is sent, never both: the other sender is still there. */
    @Test
    void oneSelectTakesOneElement() {
        assertOutcomes(() -> {
            Chan<Integer> a = make();
            Chan<Integer> b = make();
            String[] sent = {"", ""};
            WaitGroup group = new WaitGroup();
            group.go(() -> sent[0] = Outcomes.of(() -> a.send(1)));
            group.go(() -> sent[1] = Outcomes.of(() -> b.send(2)));
            String received = receiveEither(a, b);
            a.cancel();
            b.cancel();
            group.await();
            return received + "; " + sent[0] + ", " + sent[1];
        }, "case 0: 1; done, cancelled", "case 1: 2; cancelled, done");
    }

    /** Exactly one element passes, and both know of it. */
    @Test
    void selectAgainstSelectInOppositeOrder() {
        assertOutcomes(() -> {
            Chan<Integer> a = make();
            Chan<Integer> b = make();
            String[] came = {"", ""};
            all(() -> {
                var r = recv(b);
                came[0] = select(send(a, 1), r) == 0 ? "sent on a" : "received " + r.value();
            }, () -> {
                var r = recv(a);
                came[1] = select(send(b, 2), r) == 0 ? "sent on b" : "received " + r.value();
            });
            return came[0] + ", " + came[1];
        }, "sent on a, received 1", "received 2, sent on b");
    }

    /** A select does not meet itself, but it does meet another on the same channel. */
    @Test
    void sendAndReceiveOfOneChannelInTwoSelects() {
        assertOutcomes(() -> {
            Chan<Integer> c = make();
            int[] chosen = {-1, -1};
            all(() -> chosen[0] = select(send(c, 1), recv(c)), () -> chosen[1] = select(send(c, 2), recv(c)));
            return chosen[0] + ", " + chosen[1];
        }, "0, 1", "1, 0");
    }

    /** In a ring two of three meet, whichever come first; the third is left over. */
    @Test
    void threeSelectsOverThreeChannels() {
        assertOutcomes(() -> {
            Chan<Integer> a = make();
            Chan<Integer> b = make();
            Chan<Integer> c = make();
            String[] came = {"left over", "left over", "left over"};
            go(() -> came[0] = select(send(a, 1), recv(b)) == 0 ? "sent" : "received");
            go(() -> came[1] = select(send(b, 1), recv(c)) == 0 ? "sent" : "received");
            go(() -> came[2] = select(send(c, 1), recv(a)) == 0 ? "sent" : "received");
            Synctest.await();
            String before = String.join(", ", came);
            a.cancel();
            b.cancel();
            c.cancel();
            return before;
        }, "sent, left over, received", "received, sent, left over", "left over, received, sent");
    }

    @Test
    void selectCloseAndInterrupt() {
        assertOutcomes(() -> {
            Chan<Integer> a = make();
            Chan<Integer> b = make();
            Chan<Thread> thread = make(1);
            String[] came = {""};
            all(() -> {
                thread.send(Thread.currentThread());
                came[0] = Outcomes.of(() -> assertEquals(0, select(recv(a), recv(b))));
            }, a::close, () -> thread.recv().interrupt());
            return came[0];
        }, "done", "interrupted");
    }

    @Test
    void selectSendCancelAndInterrupt() {
        assertOutcomes(() -> {
            Chan<Integer> a = make();
            Chan<Integer> b = make(1);
            Chan<Thread> thread = make(1);
            String[] came = {""};
            b.send(0);
            all(() -> {
                thread.send(Thread.currentThread());
                came[0] = Outcomes.of(() -> assertEquals(1, select(send(a, 1), send(b, 2))));
            }, a::cancel, b::recv, () -> thread.recv().interrupt());
            return came[0] + ", " + b.len() + " left";
        }, "done, 1 left", "cancelled, 0 left", "interrupted, 0 left");
    }

    @Test
    void defaultOnlyIfNothingIsReady() {
        assertOutcomes(() -> {
            Chan<Integer> c = make(1);
            int[] chosen = {-1};
            all(() -> c.send(1), () -> chosen[0] = select(recv(c), DEFAULT));
            return "case " + chosen[0] + ", " + c.len() + " left";
        }, "case 0, 0 left", "case 1, 1 left");
    }

    /** Two receivers in select and one close: both learn of it. */
    @Test
    void closeWakesEverySelect() {
        assertOutcomes(() -> {
            Chan<Integer> c = make();
            Chan<Integer> never = make();
            int[] closed = {0};
            Body receiver = () -> {
                var r = recv(c);
                assertEquals(1, select(recv(never), r));
                closed[0] += r.ok() ? 0 : 1;
            };
            all(receiver, receiver, c::close);
            return closed[0] + " know";
        }, "2 know");
    }
}
