package dev.goloom.tests.conformance;

import static dev.goloom.Go.*;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import dev.goloom.ChannelClosedException;
import dev.goloom.Go;
import dev.goloom.tests.support.Task;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Which operations and selects block, which do not, and which throw, on empty, full, closed and nil channels:
 * {@code test/chan/select3.go}.
 */
class Select3Test {
    private static final Chan<Integer> NIL = Chan.nil();
    private static final Chan<Integer> CLOSED = closed();

    private static Chan<Integer> closed() {
        Chan<Integer> c = make();
        c.close();
        return c;
    }

    private static Chan<Integer> with(int element) {
        Chan<Integer> c = make(1);
        c.send(element);
        return c;
    }

    @TestFactory
    Stream<DynamicTest> always() {
        Map<String, Go.Body> blocks = new LinkedHashMap<>();
        blocks.put("send to the nil channel", () -> NIL.send(7));
        blocks.put("receive from the nil channel", NIL::recv);
        blocks.put("range over the nil channel", () -> NIL.iterator().hasNext());
        blocks.put("send to an unbuffered channel", () -> Go.<Integer>make().send(7));
        blocks.put("send to a full channel", () -> with(1).send(7));
        blocks.put("receive from an empty channel", () -> make().recv());
        blocks.put("receive from an empty buffer", () -> make(1).recvOk());
        blocks.put("select without an arm", () -> select());
        blocks.put("select of a receive from the nil channel", () -> select(recv(NIL)));
        blocks.put("select of a send to the nil channel", () -> select(send(NIL, 7)));
        blocks.put("select of both", () -> select(recv(NIL), send(NIL, 7), recv(null), send(null, 7)));
        blocks.put("select of a receive from an empty channel", () -> select(recv(make())));
        blocks.put("select of a send to a full channel", () -> select(send(with(1), 7)));
        blocks.put("select that sees itself", () -> {
            Chan<Integer> c = make();
            select(send(c, 1), recv(c));
        });
        return blocks.entrySet().stream().map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
            Task task = Task.startBlocked(entry.getValue());
            task.interrupt();
            assertInstanceOf(CancellationException.class, task.thrown());
        }));
    }

    @TestFactory
    Stream<DynamicTest> never() {
        Map<String, Go.Body> goesOn = new LinkedHashMap<>();
        goesOn.put("send into a buffer with room", () -> make(1).send(7));
        goesOn.put("receive from a buffer with an element", () -> assertEquals(7, with(7).recv()));
        goesOn.put("receive from a closed channel, as often as one likes", () -> {
            for (int i = 0; i < 10; i++) {
                assertNull(CLOSED.recv());
                assertFalse(CLOSED.recvOk().ok());
            }
        });
        goesOn.put("range over a closed channel", () -> assertFalse(CLOSED.iterator().hasNext()));
        goesOn.put("select of a default", () -> assertEquals(0, select(DEFAULT)));
        goesOn.put("select of a receive from the nil channel and a default", () -> assertEquals(1, select(recv(NIL), DEFAULT)));
        goesOn.put("select of a send to the nil channel and a default", () -> assertEquals(1, select(send(NIL, 7), DEFAULT)));
        goesOn.put("select of a send with room", () -> assertEquals(0, select(send(make(1), 7), DEFAULT)));
        goesOn.put("select of a receive with an element", () -> assertEquals(0, select(recv(with(7)), DEFAULT)));
        goesOn.put("select of a receive from a closed channel", () -> {
            var r = recv(CLOSED);
            assertEquals(0, select(r));
            assertNull(r.value());
            assertFalse(r.ok());
        });
        goesOn.put("select of a closed and an empty channel", () -> assertEquals(1, select(recv(make()), recv(CLOSED))));
        return goesOn.entrySet().stream().map(entry ->
                DynamicTest.dynamicTest(entry.getKey(), () -> Task.start(entry.getValue()).join()));
    }

    @TestFactory
    Stream<DynamicTest> panics() {
        Map<String, Go.Body> panics = new LinkedHashMap<>();
        panics.put("send to a closed channel", () -> CLOSED.send(7));
        panics.put("try to send to a closed channel", () -> CLOSED.trySend(7));
        panics.put("select of a send to a closed channel", () -> select(send(CLOSED, 7)));
        panics.put("select of a send to a closed channel and a default", () -> select(send(CLOSED, 7), DEFAULT));
        panics.put("select of a send to a closed channel and an empty channel", () -> select(recv(make()), send(CLOSED, 7)));
        panics.put("close of a closed channel", CLOSED::close);
        return panics.entrySet().stream().map(entry -> DynamicTest.dynamicTest(entry.getKey(), () ->
                assertInstanceOf(ChannelClosedException.class, Task.start(entry.getValue()).thrown())));
    }
}
