package dev.goloom.tests.conformance;

import static dev.goloom.Go.*;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import dev.goloom.Context;
import dev.goloom.Synctest;
import dev.goloom.tests.support.Task;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contexts: {@code src/context/context_test.go}, {@code x_test.go} and {@code afterfunc_test.go}. */
class GoContextTest {
    private static boolean isDone(Context context) {
        return select(recv(context.done()), DEFAULT) == 0;
    }

    private static void assertPending(Context... contexts) {
        for (Context context : contexts) {
            assertFalse(isDone(context));
            assertNull(context.err());
            assertNull(context.cause());
        }
    }

    private static void assertCancelled(Context... contexts) {
        for (Context context : contexts) {
            assertTrue(isDone(context));
            assertInstanceOf(CancellationException.class, context.err());
        }
    }

    /** A cancellation has reached what is derived by the time it returns: {@code TestBackground}, {@code TestWithCancel}. */
    @Test
    void withCancel() {
        assertPending(Context.background());
        Context first = Context.background().withCancel();
        Context second = first.withCancel();
        assertPending(first, second);
        first.cancel();
        assertCancelled(first, second);
    }

    /**
     * A parent takes all below it along, and whatever is derived from it later: {@code TestParentFinishesChild},
     * {@code TestWithCancelCanceledParent}.
     */
    @Test
    void parentFinishesChild() {
        Context parent = Context.background().withCancel();
        Context child = parent.withCancel();
        Context value = parent.withValue("key", "value");
        Context timer = value.withTimeout(ofHours(1000));
        assertPending(parent, child, value, timer);
        parent.cancel();
        assertCancelled(parent, child, value, timer);
        assertCancelled(parent.withValue("key", "value"), parent.withCancel(), timer.withTimeout(ofHours(1)));
    }

    /** A child leaves its parent alone: {@code TestChildFinishesFirst}. */
    @Test
    void childFinishesFirst() {
        Context cancellable = Context.background().withCancel();
        for (Context parent : List.of(Context.background(), cancellable)) {
            Context child = parent.withCancel();
            assertPending(parent, child);
            child.cancel();
            assertCancelled(child);
            assertPending(parent);
        }
        cancellable.cancel();
    }

    /**
     * A deadline ends a context, the earliest of those above it; one in the past at once: {@code TestDeadline},
     * {@code TestTimeout}, {@code TestDeadlineExceededSupportsTimeout}.
     */
    @Test
    void deadline() {
        Synctest.run(() -> {
            Instant start = Synctest.now();
            Context soon = Context.background().withDeadline(start.plusMillis(1));
            Context later = soon.withDeadline(start.plus(ofHours(1000)));
            Context timeout = Context.background().withTimeout(ofMillis(1)).withTimeout(ofHours(1000));
            for (Context context : List.of(soon, later, timeout)) {
                assertEquals(Optional.of(start.plusMillis(1)), context.deadline());
                context.done().recv();
                assertInstanceOf(TimeoutException.class, context.err());
                assertEquals(start.plusMillis(1), Synctest.now());
            }
            Context past = Context.background().withDeadline(start);
            for (Context context : List.of(past, Context.background().withTimeout(ofSeconds(-1)))) {
                assertTrue(isDone(context));
                assertInstanceOf(TimeoutException.class, context.err());
            }
        });
    }

    /** One that is cancelled before its deadline is so at once, and stays so: {@code TestCanceledTimeout}. */
    @Test
    void canceledTimeout() {
        Synctest.run(() -> {
            Context context = Context.background().withTimeout(ofSeconds(1)).withTimeout(ofHours(1000));
            context.cancel();
            assertCancelled(context);
            sleep(ofHours(2000));
            assertCancelled(context);
        });
    }

    /**
     * Values are found by their key, equal and of the same type, from below: {@code TestValues},
     * {@code TestWithValueChecksKey}.
     */
    @Test
    void values() {
        record Key1(int n) {}
        record Key2(int n) {}
        Context c1 = Context.background().withValue(new Key1(1), "c1k1");
        Context c2 = c1.withValue(new Key2(1), "c2k2");
        Context c3 = c2.withValue(new Key2(3), "c3k3");
        Context c4 = c3.withValue(new Key1(1), null);
        assertNull(Context.background().value(new Key1(1)));
        assertEquals("c1k1", c3.value(new Key1(1)));
        assertEquals("c2k2", c3.value(new Key2(1)));
        assertEquals("c3k3", c3.value(new Key2(3)));
        assertNull(c2.value(new Key2(3)));
        assertNull(c4.value(new Key1(1)));
        assertEquals("c2k2", c4.withCancel().value(new Key2(1)));
        assertThrows(NullPointerException.class, () -> c1.withValue(null, "bar"));
    }

    /** A tree of contexts, all cancelled at the same time in any order, is done everywhere: {@code TestSimultaneousCancels}. */
    @Test
    void simultaneousCancels() {
        for (int round = 0; round < 50; round++) {
            List<Context> tree = new ArrayList<>(List.of(Context.background().withCancel()));
            for (int i = 0; tree.size() < 100; i++) {
                for (int n = 0; n < 4; n++) {
                    tree.add(tree.get(i).withCancel());
                }
            }
            List<Context> order = new ArrayList<>(tree);
            Collections.shuffle(order);
            List<Task> cancels = order.stream().map(context -> Task.start(context::cancel)).toList();
            tree.forEach(context -> context.done().recv());
            cancels.forEach(Task::join);
            tree.forEach(GoContextTest::assertCancelled);
        }
    }

    /** A child that is cancelled because its parent is, by somebody else, does not get stuck: {@code TestInterlockedCancels}. */
    @Test
    void interlockedCancels() {
        Synctest.explore(100, () -> {
            Context parent = Context.background().withCancel();
            Context child = parent.withCancel();
            go(() -> {
                parent.done().recv();
                child.cancel();
            });
            parent.cancel();
            child.done().recv();
        });
    }

    /** Thirty random layers keep all values and end as one: {@code TestLayersCancel}, {@code TestLayersTimeout}. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void layers(boolean timeout) {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            Synctest.run(() -> {
                List<Object> keys = new ArrayList<>();
                Context root = Context.background().withTimeout(timeout ? ofMillis(1) : ofHours(1000));
                Context context = root;
                for (int i = 0; i < 30; i++) {
                    switch (random.nextInt(3)) {
                        case 0 -> {
                            Object key = new Object();
                            keys.add(key);
                            context = context.withValue(key, key);
                        }
                        case 1 -> context = context.withCancel();
                        default -> context = context.withTimeout(timeout ? ofMillis(1 + random.nextInt(3)) : ofHours(1000));
                    }
                }
                Context last = context;
                keys.forEach(key -> assertSame(key, last.value(key)));
                assertPending(last);
                if (timeout) {
                    last.done().recv();
                    assertInstanceOf(TimeoutException.class, last.err());
                } else {
                    root.cancel();
                    assertCancelled(last);
                }
                keys.forEach(key -> assertSame(key, last.value(key)));
            });
        }
    }

    /** The first cause counts, here or above, and a deadline's is its own: {@code TestCause} of Go 1.20. */
    @Test
    void cause() {
        Exception parents = new Exception("parentCause");
        Exception childs = new Exception("childCause");
        Context parent = Context.background().withCancel();
        Context child = parent.withCancel();
        parent.cancel(parents);
        child.cancel(childs);
        assertSame(parents, parent.cause());
        assertSame(parents, child.cause());
        parent = Context.background().withCancel();
        child = parent.withCancel();
        child.cancel(childs);
        parent.cancel(parents);
        assertSame(parents, parent.cause());
        assertSame(childs, child.cause());
        assertCancelled(parent, child);
        Context none = Context.background().withCancel();
        none.cancel(null);
        assertSame(none.err(), none.cause());
        Context late = Context.background().withTimeout(ofSeconds(-1)).withCancel();
        late.cancel(childs);
        assertInstanceOf(TimeoutException.class, late.cause());
    }

    /**
     * A function runs once its context is done, at once if it is, and not if it was taken back: {@code TestAfterFunc…} of
     * Go 1.21.
     */
    @Test
    void afterFunc() {
        Synctest.explore(30, () -> {
            Context context = Context.background().withCancel();
            Chan<Integer> ran = make(10);
            BooleanSupplier first = context.afterFunc(() -> ran.send(1));
            BooleanSupplier second = context.withValue("key", "value").afterFunc(() -> ran.send(2));
            assertTrue(first.getAsBoolean());
            assertFalse(first.getAsBoolean());
            context.cancel();
            assertEquals(2, ran.recv());
            assertFalse(second.getAsBoolean());
            context.afterFunc(() -> ran.send(3));
            assertEquals(3, ran.recv());
            Synctest.await();
            assertEquals(0, ran.len());
        });
    }

    /**
     * Whoever sees the reason sees that the context is done, and whoever cancels once more returns only when all below are
     * done, as the first does: what the mutex of Go's {@code cancelCtx} promises.
     */
    @Test
    void nobodySeesHalfACancellation() {
        for (int round = 0; round < 500; round++) {
            Context parent = Context.background().withCancel();
            List<Context> children = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                children.add(parent.withCancel());
            }
            Context last = children.getLast();
            Task looker = Task.startPlatform(() -> {
                while (parent.err() == null) {
                    Thread.onSpinWait();
                }
                assertTrue(isDone(parent), "a reason, but not done");
                parent.cancel();
                assertTrue(isDone(last), "not done, though the cancellation has returned");
                assertNotNull(last.err());
            });
            parent.cancel();
            looker.join();
        }
    }
}
