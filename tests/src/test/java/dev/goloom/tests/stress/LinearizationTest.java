package dev.goloom.tests.stress;

import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.tests.stress.Operation.Arm;
import dev.goloom.tests.stress.Operation.Kind;
import dev.goloom.tests.stress.Operation.Outcome.What;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The search for an order accepts histories that a channel may have, and no others. */
class LinearizationTest {
    private static final List<ChannelModel> UNBUFFERED = List.of(ChannelModel.open(0));
    private static final List<ChannelModel> ONE = List.of(ChannelModel.open(1));
    private static final List<ChannelModel> TWO_OF_ONE = List.of(ChannelModel.open(1), ChannelModel.open(1));

    private static Operation send(int element) {
        return Operation.single("s", new Arm(true, 0, element), true);
    }

    private static Operation recv() {
        return Operation.single("r", new Arm(false, 0, 0), true);
    }

    private static Operation trySend(int element) {
        return Operation.single("s", new Arm(true, 0, element), false);
    }

    private static Operation tryRecv() {
        return Operation.single("r", new Arm(false, 0, 0), false);
    }

    private static void accepts(List<ChannelModel> start, Operation... history) {
        assertTrue(Linearization.exists(List.of(history), start), () -> List.of(history).toString());
    }

    private static void rejects(List<ChannelModel> start, Operation... history) {
        assertFalse(Linearization.exists(List.of(history), start), () -> List.of(history).toString());
    }

    @Test
    void senderAndReceiverMeet() {
        accepts(UNBUFFERED, send(1).seen(0, 3, What.DONE, 0, 0), recv().seen(1, 2, What.DONE, 0, 1));
        rejects(UNBUFFERED, send(1).seen(0, 1, What.DONE, 0, 0), recv().seen(2, 3, What.DONE, 0, 1));
        rejects(UNBUFFERED, send(1).seen(0, 1, What.DONE, 0, 0));
        rejects(UNBUFFERED, recv().seen(0, 1, What.DONE, 0, 1));
        rejects(UNBUFFERED, trySend(1).seen(0, 3, What.DONE, 0, 0), tryRecv().seen(1, 2, What.DONE, 0, 1));
    }

    @Test
    void elementsAreReceivedOnceAndAsSent() {
        accepts(ONE, send(1).seen(0, 1, What.DONE, 0, 0), recv().seen(2, 3, What.DONE, 0, 1));
        rejects(ONE, send(1).seen(0, 1, What.DONE, 0, 0), recv().seen(2, 3, What.DONE, 0, 2));
        rejects(ONE, send(1).seen(0, 1, What.DONE, 0, 0), recv().seen(2, 4, What.DONE, 0, 1), recv().seen(3, 5, What.DONE, 0, 1));
        rejects(ONE, recv().seen(0, 1, What.DONE, 0, 1), send(1).seen(2, 3, What.DONE, 0, 0));
        rejects(UNBUFFERED, send(1).seen(0, 5, What.DONE, 0, 0),
                recv().seen(1, 4, What.DONE, 0, 1), recv().seen(2, 3, What.DONE, 0, 1));
    }

    @Test
    void buffersAreFirstInFirstOut() {
        List<ChannelModel> two = List.of(ChannelModel.open(2));
        accepts(two, send(1).seen(0, 2, What.DONE, 0, 0), send(2).seen(1, 3, What.DONE, 0, 0),
                recv().seen(4, 5, What.DONE, 0, 2), recv().seen(6, 7, What.DONE, 0, 1));
        rejects(two, send(1).seen(0, 1, What.DONE, 0, 0), send(2).seen(2, 3, What.DONE, 0, 0),
                recv().seen(4, 5, What.DONE, 0, 2), recv().seen(6, 7, What.DONE, 0, 1));
        rejects(ONE, send(1).seen(0, 1, What.DONE, 0, 0), send(2).seen(2, 3, What.DONE, 0, 0));
    }

    @Test
    void nothingIsDoneOnlyIfItWouldHaveToWait() {
        accepts(UNBUFFERED, trySend(1).seen(0, 1, What.NOTHING, -1, 0));
        accepts(ONE, tryRecv().seen(0, 1, What.NOTHING, -1, 0));
        rejects(ONE, trySend(1).seen(0, 1, What.NOTHING, -1, 0));
        rejects(ONE, send(1).seen(0, 1, What.DONE, 0, 0), tryRecv().seen(2, 3, What.NOTHING, -1, 0));
        rejects(ONE, send(1).seen(0, 1, What.INTERRUPTED, -1, 0));
        accepts(ONE, recv().seen(0, 1, What.INTERRUPTED, -1, 0));
    }

    @Test
    void defaultNeedsOneMomentAtWhichNoArmIsReady() {
        Operation both = Operation.selecting("r", List.of(new Arm(false, 0, 0), new Arm(false, 1, 0)), false);
        Operation first = Operation.single("s", new Arm(true, 0, 1), true).seen(0, 1, What.DONE, 0, 0);
        Operation second = Operation.single("s", new Arm(true, 1, 2), true).seen(3, 4, What.DONE, 0, 0);
        Operation taken = Operation.single("s", new Arm(false, 0, 0), false).seen(5, 6, What.DONE, 0, 1);
        rejects(TWO_OF_ONE, first, both.seen(2, 7, What.NOTHING, -1, 0), second, taken);
        accepts(TWO_OF_ONE, first, both.seen(2, 7, What.DONE, 1, 2), second, taken);
    }

    @Test
    void theEndOfAChannelIsForEver() {
        Operation close = Operation.on("c", Kind.CLOSE, 0).seen(0, 1, What.DONE, -1, 0);
        rejects(ONE, close, send(1).seen(2, 3, What.DONE, 0, 0));
        accepts(ONE, close, send(1).seen(2, 3, What.CLOSED, -1, 0));
        accepts(ONE, close, recv().seen(2, 3, What.CLOSED, 0, 0));
        rejects(ONE, close, recv().seen(2, 3, What.FAILED, -1, 0));
        rejects(ONE, close, Operation.on("c", Kind.CLOSE, 0).seen(2, 3, What.DONE, -1, 0));
        rejects(ONE, send(1).seen(0, 1, What.DONE, 0, 0), Operation.on("c", Kind.CLOSE, 0).seen(2, 3, What.DONE, -1, 0),
                recv().seen(4, 5, What.CLOSED, 0, 0));
        accepts(ONE, send(1).seen(0, 1, What.DONE, 0, 0), Operation.on("c", Kind.CANCEL, 0).seen(2, 3, What.DONE, -1, 0),
                recv().seen(4, 5, What.CANCELLED, -1, 0));
        accepts(ONE, Operation.on("c", Kind.FAIL, 0).seen(0, 1, What.DONE, -1, 0), recv().seen(2, 3, What.FAILED, -1, 0));
        rejects(UNBUFFERED, recv().seen(0, 1, What.CANCELLED, -1, 0));
    }
}
