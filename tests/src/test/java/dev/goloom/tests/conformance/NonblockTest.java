package dev.goloom.tests.conformance;

import static dev.goloom.Go.*;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import dev.goloom.tests.support.States;
import dev.goloom.tests.support.Task;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A select with a default never blocks: it takes the default if there is no counterpart, and is done if there is one, with
 * elements of any type, unbuffered and at capacity 1: {@code test/chan/nonblock.go}.
 */
class NonblockTest {
    static Stream<Arguments> elements() {
        return Stream.of(0, 1).flatMap(capacity -> Stream.of(123, 123456L, true, "hello", List.of(1, 2))
                .map(element -> Arguments.of(capacity, element)));
    }

    @ParameterizedTest
    @MethodSource("elements")
    void receiveFindsNothingAndThenTheSender(int capacity, Object element) {
        Chan<Object> c = make(capacity);
        var r = recv(c);
        assertEquals(1, select(r, DEFAULT));
        Task sender = Task.start(() -> c.send(element));
        States.await("the element is there", () -> capacity == 1 ? c.len() == 1 : States.isBlocked(sender.thread()));
        assertEquals(0, select(r, DEFAULT));
        assertEquals(element, r.value());
        sender.join();
        assertEquals(1, select(r, DEFAULT));
    }

    @ParameterizedTest
    @MethodSource("elements")
    void sendFindsNobodyAndThenTheReceiver(int capacity, Object element) {
        Chan<Object> c = make(capacity);
        for (int i = 0; i < capacity; i++) {
            assertEquals(0, select(send(c, element), DEFAULT));
        }
        assertEquals(1, select(send(c, element), DEFAULT));
        for (int i = 0; i < capacity; i++) {
            assertEquals(element, c.recv());
        }
        Task receiver = Task.startBlocked(() -> assertEquals(element, c.recv()));
        assertEquals(0, select(send(c, element), DEFAULT));
        receiver.join();
        assertEquals(0, c.len());
    }
}
