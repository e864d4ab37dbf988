package dev.goloom.tests.conformance;

import static dev.goloom.Go.*;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import dev.goloom.Go;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/**
 * A select with a default looks at all channels at one moment: if at every moment one of them is ready, the default is not
 * taken: {@code TestNonblockRecvRace}, {@code TestNonblockSelectRace} and {@code TestNonblockSelectRace2} of
 * {@code src/runtime/chan_test.go}.
 */
class NonblockRaceTest {
    private static final int N = 30_000;

    /** Half of the times {@code turned} is true, and then the select looks at the channels in the other order. */
    private static void repeat(BiConsumer<Chan<Boolean>, Boolean> race) {
        Chan<Boolean> done = make(1);
        for (int i = 0; i < N; i++) {
            race.accept(done, i % 2 == 1);
            assertTrue(done.recv(), "nothing was ready");
        }
    }

    private static int look(Chan<Integer> c1, Chan<Integer> c2, boolean turned) {
        return turned ? select(recv(c2), recv(c1), DEFAULT) : select(recv(c1), recv(c2), DEFAULT);
    }

    /** Runs the select in a goroutine of its own, as the race asks for. */
    private static void start(Chan<Boolean> done, Go.Body select) {
        go(() -> {
            try {
                select.run();
                done.send(true);
            } catch (AssertionError e) {
                done.send(false);
            }
        });
    }

    /** A buffered element is there, and then the close: {@code TestNonblockRecvRace}. */
    @Test
    void nonblockRecvRace() {
        repeat((done, turned) -> {
            Chan<Integer> c = make(1);
            c.send(1);
            start(done, () -> assertEquals(0, select(recv(c), DEFAULT)));
            c.close();
            c.recv();
        });
    }

    /** The second channel becomes ready before the first one is emptied: {@code TestNonblockSelectRace}. */
    @Test
    void nonblockSelectRace() {
        repeat((done, turned) -> {
            Chan<Integer> c1 = make(1);
            Chan<Integer> c2 = make(1);
            c1.send(1);
            start(done, () -> assertNotEquals(2, look(c1, c2, turned)));
            c2.send(1);
            c1.tryRecv();
        });
    }

    /** The same, with a close in place of the second send: {@code TestNonblockSelectRace2}. */
    @Test
    void nonblockSelectRace2() {
        repeat((done, turned) -> {
            Chan<Integer> c1 = make(1);
            Chan<Integer> c2 = make();
            c1.send(1);
            start(done, () -> assertNotEquals(2, look(c1, c2, turned)));
            c2.close();
            c1.tryRecv();
        });
    }
}
