package dev.goloom.tests.conformance;

import static dev.goloom.Go.*;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import dev.goloom.Context;
import dev.goloom.Launch;
import dev.goloom.RecvChan;
import dev.goloom.SendChan;
import dev.goloom.Synctest;
import dev.goloom.WaitGroup;
import dev.goloom.tests.support.States;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Functions over channels of any type that stop when a context is done: {@code test/typeparam/chans.go}. */
class ChansPackageTest {
    private static <T> List<T> readAll(Context context, RecvChan<T> c) {
        List<T> all = new ArrayList<>();
        for (;;) {
            var r = recv(c);
            if (select(recv(context.done()), r) == 0 || !r.ok()) {
                return all;
            }
            all.add(r.value());
        }
    }

    private static <T> RecvChan<T> merge(RecvChan<T> a, RecvChan<T> b) {
        return Launch.generator("merge", 0, out -> {
            RecvChan<T> c1 = a;
            RecvChan<T> c2 = b;
            while (c1 != null || c2 != null) {
                var x = recv(c1);
                var y = recv(c2);
                switch (select(x, y)) {
                    case 0 -> {
                        if (x.ok()) {
                            out.send(x.value());
                        } else {
                            c1 = null;
                        }
                    }
                    default -> {
                        if (y.ok()) {
                            out.send(y.value());
                        } else {
                            c2 = null;
                        }
                    }
                }
            }
        });
    }

    private static <T> RecvChan<T> filter(RecvChan<T> in, Predicate<T> keep) {
        return Launch.generator("filter", 0, out -> {
            for (T v : in) {
                if (keep.test(v)) {
                    out.send(v);
                }
            }
        });
    }

    private static RecvChan<Integer> numbers(int... numbers) {
        return Launch.generator("numbers", 0, out -> {
            for (int n : numbers) {
                out.send(n);
            }
        });
    }

    @Test
    void testReadAll() {
        Synctest.explore(50, () -> {
            assertEquals(List.of(4, 2, 3), readAll(Context.background(), numbers(4, 2, 3)));
            Context cancelled = Context.background().withCancel();
            cancelled.cancel();
            assertEquals(List.of(), readAll(cancelled, make()));
        });
    }

    @Test
    void testMerge() {
        Synctest.explore(50, () -> {
            List<Integer> all = readAll(Context.background(), merge(numbers(1, 3, 5), numbers(2, 4, 6)));
            assertEquals(List.of(1, 3, 5), all.stream().filter(n -> n % 2 == 1).toList());
            assertEquals(List.of(2, 4, 6), all.stream().filter(n -> n % 2 == 0).toList());
        });
    }

    @Test
    void testFilter() {
        assertEquals(List.of(2), readAll(Context.background(), filter(numbers(1, 2, 3), n -> n % 2 == 0)));
    }

    /** A sink takes whatever is sent until its context is done, so that nobody blocks. */
    @Test
    void testSink() {
        Synctest.run(() -> {
            Context context = Context.background().withCancel();
            Chan<Integer> c = make();
            SendChan<Integer> sink = c;
            go(() -> readAll(context, c));
            for (int i = 0; i < 10; i++) {
                sink.send(i);
            }
            context.cancel();
        });
    }

    /** A value in a channel of capacity 1 is held by one goroutine at a time: {@code TestExclusive}. */
    @Test
    void testExclusive() {
        Chan<int[]> exclusive = make(1);
        exclusive.send(new int[] {0});
        WaitGroup group = new WaitGroup();
        for (int i = 0; i < 10; i++) {
            group.go(() -> {
                for (int j = 0; j < 1000; j++) {
                    int[] value = exclusive.recv();
                    value[0]++;
                    exclusive.send(value);
                }
            });
        }
        group.await();
        assertEquals(10_000, exclusive.recv()[0]);
    }

    /** It is not there while somebody has it: {@code TestExclusiveTry}. */
    @Test
    void testExclusiveTry() {
        Chan<String> exclusive = make(1);
        exclusive.send("");
        assertEquals(Optional.of(""), exclusive.tryRecv());
        assertEquals(Optional.empty(), exclusive.tryRecv());
        exclusive.send("back");
        assertEquals("back", exclusive.recv());
    }

    /**
     * A sender is told that nobody will receive, though nobody said so: {@code TestRanger}; there by a finalizer, here by a
     * generator.
     */
    @Test
    void testRanger() {
        AtomicBoolean told = new AtomicBoolean();
        RecvChan<Integer> ranger = Launch.generator("ranger", 0, out -> {
            try {
                for (int i = 0; ; i++) {
                    out.send(i);
                }
            } catch (CancellationException e) {
                told.set(true);
                throw e;
            }
        });
        assertEquals(0, ranger.recv());
        assertEquals(1, ranger.recv());
        assertFalse(told.get());
        ranger = null;
        States.awaitCollected("the sender knows", told::get);
    }
}
