package dev.goloom.tests.conformance;

import static dev.goloom.Go.*;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Case;
import dev.goloom.Chan;
import dev.goloom.RecvCase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Every form of a select of which one arm is ready does that arm and no other, with all others that may stand beside it,
 * before and after it, and evaluates channels and elements of all arms once, in the order in which they are written:
 * {@code test/chan/select5.go}, and {@code test/fixedbugs/issue8336.go} and {@code issue4313.go}.
 */
class Select5Test {
    private final Chan<Integer> c = make(1);
    private final Chan<Integer> dummy = make();
    private int order;

    private <T> T in(int place, T value) {
        assertEquals(order, place, "evaluated out of order");
        order++;
        return value;
    }

    /** An arm that is not ready, evaluated at two places beginning with the given one. */
    private List<IntFunction<Case>> beside() {
        return List.of(
                at -> send(in(at, dummy), in(at + 1, 1)),
                at -> recv(pair(at, dummy)),
                at -> send(in(at, Chan.<Integer>nil()), in(at + 1, 1)),
                at -> recv(pair(at, Chan.<Integer>nil())),
                at -> recv(pair(at, (Chan<Integer>) null)),
                at -> send(pair(at, (Chan<Integer>) null), 1),
                at -> pair(at, DEFAULT));
    }

    private <T> T pair(int at, T value) {
        in(at, value);
        return in(at + 1, value);
    }

    /** Every choice of other arms, with and without a default, and every place for the one that is ready. */
    private void forEveryForm(Supplier<Case> ready, IntConsumer check) {
        List<IntFunction<Case>> beside = beside();
        int forms = 0;
        for (int chosen = 0; chosen < 1 << beside.size(); chosen++) {
            List<IntFunction<Case>> arms = new ArrayList<>();
            for (int i = 0; i < beside.size(); i++) {
                if ((chosen & 1 << i) != 0) {
                    arms.add(beside.get(i));
                }
            }
            for (int place = 0; place <= arms.size(); place++) {
                order = 0;
                Case[] cases = new Case[arms.size() + 1];
                for (int i = 0; i < cases.length; i++) {
                    cases[i] = i == place
                            ? pair(2 * i, ready).get()
                            : arms.get(i < place ? i : i - 1).apply(2 * i);
                }
                assertEquals(place, select(cases));
                check.accept(forms++);
            }
        }
        assertEquals(128 + 128 * 7 / 2, forms);
    }

    @Test
    void receives() {
        int[] sent = {0};
        List<RecvCase<Integer>> last = new ArrayList<>();
        forEveryForm(() -> {
            c.send(++sent[0]);
            last.add(recv(c));
            return last.getLast();
        }, form -> {
            assertEquals(sent[0], last.getLast().value());
            assertEquals(0, c.len());
        });
    }

    @Test
    void sends() {
        int[] sent = {0};
        forEveryForm(() -> send(c, ++sent[0]), form -> assertEquals(sent[0], c.recv()));
    }

    /** If none is ready the default is done, wherever it stands, and no value is assigned. */
    @Test
    void nonblock() {
        for (int place = 0; place < 4; place++) {
            RecvCase<Integer> fromDummy = recv(dummy);
            RecvCase<Integer> fromNil = recv(Chan.nil());
            List<Case> cases = new ArrayList<>(List.of(fromDummy, fromNil, send(dummy, 1)));
            cases.add(place, DEFAULT);
            assertEquals(place, select(cases.toArray(Case[]::new)));
            assertThrows(IllegalStateException.class, fromDummy::value);
            assertThrows(IllegalStateException.class, fromNil::ok);
        }
    }

    /** An arm that fails to be evaluated stops the arms after it from being so: {@code issue8336.go}. */
    @Test
    void issue8336() {
        order = 0;
        assertThrows(ArithmeticException.class, () -> select(recv(in(0, dummy)), send(c, 1 / (order - 1)), recv(in(1, dummy))));
        assertEquals(1, order);
        assertEquals(0, c.len());
    }

    /** An element is what it was when its arm was evaluated, whatever a later arm does to the variable: {@code issue4313.go}. */
    @Test
    void issue4313() {
        int[] x = {0};
        assertEquals(0, select(send(c, x[0]), recv(change(x))));
        assertEquals(0, c.recv());
    }

    private Chan<Integer> change(int[] x) {
        x[0] = 42;
        return dummy;
    }
}
