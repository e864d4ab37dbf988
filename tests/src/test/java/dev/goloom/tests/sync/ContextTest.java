package dev.goloom.tests.sync;

import static dev.goloom.Go.*;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import dev.goloom.Context;
import dev.goloom.RecvChan;
import dev.goloom.Synctest;
import dev.goloom.tests.support.States;
import dev.goloom.tests.support.Task;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Contexts form a tree: cancelling one, or its deadline, reaches all below it. */
class ContextTest {
    @Test
    void backgroundIsNeverDone() {
        Context context = Context.background();
        assertNull(context.err());
        assertNull(context.cause());
        assertEquals(Optional.empty(), context.deadline());
        assertNull(context.value("key"));
        assertSame(Chan.nil(), context.done());
        context.close();
        assertThrows(UnsupportedOperationException.class, context::cancel);
        assertThrows(UnsupportedOperationException.class, () -> context.cancel(new Exception()));
        assertThrows(UnsupportedOperationException.class, () -> context.withValue("k", 1).cancel());
        context.withValue("k", 1).close();
    }

    @Test
    void cancelReachesEveryChild() {
        Context parent = Context.background().withCancel();
        Context child = parent.withValue("k", "v").withCancel();
        Context grandchild = child.withTimeout(ofSeconds(1000));
        Context value = grandchild.withValue("other", 2);
        Exception cause = new Exception("because");
        parent.cancel(cause);
        for (Context context : new Context[] {parent, child, grandchild, value}) {
            context.done().recv();
            assertInstanceOf(CancellationException.class, context.err());
            assertSame(cause, context.cause());
        }
        assertEquals("v", value.value("k"));
        assertEquals(2, value.value("other"));
        parent.cancel(new Exception("late"));
        assertSame(cause, parent.cause());
        assertInstanceOf(CancellationException.class, parent.withCancel().err());
    }

    @Test
    void cancelOfAChildLeavesTheParent() {
        Context parent = Context.background().withCancel();
        Context child = parent.withCancel();
        child.close();
        assertNotNull(child.err());
        assertSame(child.err(), child.cause());
        assertNull(parent.err());
        assertTrue(parent.done().tryRecv().isEmpty());
        parent.close();
    }

    @Test
    void deadlines() {
        Synctest.run(() -> {
            Instant start = Synctest.now();
            Context outer = Context.background().withTimeout(ofSeconds(2));
            Context inner = outer.withDeadline(start.plus(ofSeconds(5)));
            Context shorter = outer.withTimeout(ofSeconds(1));
            assertEquals(Optional.of(start.plus(ofSeconds(2))), inner.deadline());
            shorter.done().recv();
            assertEquals(start.plus(ofSeconds(1)), Synctest.now());
            assertInstanceOf(TimeoutException.class, shorter.err());
            inner.done().recv();
            assertEquals(start.plus(ofSeconds(2)), Synctest.now());
            assertInstanceOf(TimeoutException.class, outer.err());
            assertInstanceOf(TimeoutException.class, inner.cause());
            assertInstanceOf(TimeoutException.class, Context.background().withDeadline(start).err());
        });
    }

    @Test
    void afterFunc() {
        Synctest.run(() -> {
            Context context = Context.background().withTimeout(ofSeconds(1));
            Chan<String> c = make();
            BooleanSupplier stop = context.afterFunc(() -> c.send("ran"));
            BooleanSupplier stopped = context.afterFunc(() -> fail("it was taken back"));
            assertTrue(stopped.getAsBoolean());
            assertFalse(stopped.getAsBoolean());
            assertEquals("ran", c.recv());
            assertFalse(stop.getAsBoolean());
            context.afterFunc(() -> c.send("at once"));
            assertEquals("at once", c.recv());
        });
    }

    @Test
    void doneContextIsReleasedByItsParent() {
        Context parent = Context.background().withCancel();
        Context child = parent.withTimeout(ofSeconds(100_000));
        WeakReference<RecvChan<Void>> reference = new WeakReference<>(child.done());
        child.close();
        child = null;
        States.awaitCollected("the child is gone", () -> reference.refersTo(null));
        assertNull(parent.err());
        parent.close();
    }

    /** Those who wait for it have nothing to do with one another. */
    @Test
    void nobodyCancelsTheChannelForOthers() {
        Context context = Context.background().withCancel();
        context.done().cancel();
        assertTrue(context.done().tryRecv().isEmpty());
        Task waiting = Task.startBlocked(() -> assertNull(context.done().recv()));
        context.done().cancel();
        context.cancel();
        waiting.join();
    }

    /** Whoever has seen a context done finds those below it done too, however many there are. */
    @Test
    void childrenAreDoneWhenTheParentIsSeenToBe() {
        for (int i = 0; i < 300; i++) {
            Context parent = Context.background().withCancel();
            List<Context> children = Stream.generate(parent::withCancel).limit(200).toList();
            Task watcher = Task.start(() -> {
                parent.done().recv();
                children.forEach(child -> assertNotNull(child.err()));
            });
            parent.cancel();
            watcher.join();
        }
    }

    @Test
    void timeoutsOfAnyLength() {
        for (Duration past : List.of(Duration.ZERO, ofSeconds(-1), ofSeconds(Long.MIN_VALUE))) {
            assertInstanceOf(TimeoutException.class, Context.background().withTimeout(past).err());
        }
        try (Context context = Context.background().withTimeout(ofSeconds(Long.MAX_VALUE))) {
            assertNull(context.err());
            assertEquals(Optional.of(Instant.MAX), context.deadline());
        }
    }

    @Test
    void treesMayBeDeeperThanAStack() {
        Context root = Context.background().withCancel();
        Context deepest = root;
        for (int i = 0; i < 100_000; i++) {
            deepest = deepest.withCancel();
        }
        root.cancel(new IllegalStateException("why"));
        assertEquals("why", deepest.cause().getMessage());
        assertNull(deepest.done().recv());
        assertEquals("background()" + ".withCancel()".repeat(100_001), deepest.toString());
    }

    @Test
    void tellsHowItWasDerived() {
        Instant never = Instant.parse("2999-12-31T23:59:59Z");
        assertEquals("background()", Context.background().toString());
        try (Context parent = Context.background().withValue("user", "secret").withDeadline(never);
                Context child = parent.withDeadline(Instant.MAX);
                Context signal = Context.onInterrupt();
                Context below = signal.withCancel()) {
            assertEquals("background().withValue(user).withDeadline(2999-12-31T23:59:59Z)", parent.toString());
            assertEquals(parent + ".withCancel()", child.toString());
            assertEquals("onInterrupt()", signal.toString());
            assertEquals("onInterrupt().withCancel()", below.toString());
        }
        Synctest.run(() -> assertEquals("background().withCancel()", Context.onInterrupt().toString()));
    }
}
