package dev.goloom.tests.synctest;

import static dev.goloom.Go.*;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Case;
import dev.goloom.Chan;
import dev.goloom.Context;
import dev.goloom.Go;
import dev.goloom.Group;
import dev.goloom.Launch;
import dev.goloom.RecvChan;
import dev.goloom.Synctest;
import dev.goloom.Ticker;
import dev.goloom.Timer;
import dev.goloom.WaitGroup;
import dev.goloom.tests.support.Task;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What belongs to one world and is used in another is an error that says so, in every direction. */
class MixedWorldsTest {
    /** One of each thing that belongs to the world in which it is made. */
    private static final class Things {
        final Chan<Integer> chan = make();
        final RecvChan<Integer> generator = Launch.generator("numbers", 0, out -> out.send(1));
        final Case receive = recv(chan);
        final Case send = send(chan, 1);
        final WaitGroup waitGroup = new WaitGroup();
        final Group group = new Group();
        final Timer timer = new Timer(ofHours(1));
        final Ticker ticker = new Ticker(ofHours(1));
        final RecvChan<Instant> after = after(ofHours(1));
        final Context context = Context.background().withTimeout(ofHours(1));
        final Context withValue = context.withValue("key", "value");

        /** All of these are refused in another world, whether they would block or not. */
        Map<String, Go.Body> always() {
            Map<String, Go.Body> uses = new LinkedHashMap<>();
            uses.put("WaitGroup.add", () -> waitGroup.add(1));
            uses.put("WaitGroup.await", waitGroup::await);
            uses.put("WaitGroup.go", () -> waitGroup.go(() -> {}));
            uses.put("Group.go", () -> group.go(() -> {}));
            uses.put("Group.await", group::await);
            uses.put("Group.limit", () -> group.limit(1));
            uses.put("Group.context", () -> group.context().cancel());
            uses.put("Timer.stop", timer::stop);
            uses.put("Timer.reset", () -> timer.reset(ofSeconds(1)));
            uses.put("Timer.c", timer.c()::tryRecv);
            uses.put("Ticker.stop", ticker::stop);
            uses.put("Ticker.reset", () -> ticker.reset(ofSeconds(1)));
            uses.put("Ticker.c", () -> select(recv(ticker.c()), DEFAULT));
            uses.put("after", after::recv);
            uses.put("Context.cancel", context::cancel);
            uses.put("Context.close", context::close);
            uses.put("Context.err", context::err);
            uses.put("Context.cause", context::cause);
            uses.put("Context.done", context.done()::recv);
            uses.put("Context.afterFunc", () -> context.afterFunc(() -> {}));
            uses.put("Context.withCancel", context::withCancel);
            uses.put("Context.withTimeout", () -> context.withTimeout(ofSeconds(1)));
            uses.put("Context.withValue, then err", withValue::err);
            return uses;
        }

        Map<String, Go.Body> blocking() {
            Map<String, Go.Body> uses = new LinkedHashMap<>();
            uses.put("send", () -> chan.send(1));
            uses.put("recv", chan::recv);
            uses.put("recvOk", chan::recvOk);
            uses.put("iterator", () -> chan.iterator().hasNext());
            uses.put("select of a receive", () -> select(receive));
            uses.put("select of a send", () -> select(send));
            uses.put("select with a channel of the other world", () -> select(receive, recv(make())));
            return uses;
        }

        Map<String, Go.Body> ofChannels() {
            Map<String, Go.Body> uses = blocking();
            uses.put("trySend", () -> chan.trySend(1));
            uses.put("tryRecv", chan::tryRecv);
            uses.put("len", chan::len);
            uses.put("cap", chan::cap);
            uses.put("close", chan::close);
            uses.put("close with a cause", () -> chan.close(new Exception()));
            uses.put("cancel", chan::cancel);
            uses.put("select with DEFAULT", () -> select(receive, DEFAULT));
            uses.put("generator", generator::recv);
            uses.put("cancel of a generator", generator::cancel);
            return uses;
        }

        Map<String, Go.Body> all() {
            Map<String, Go.Body> uses = ofChannels();
            uses.putAll(always());
            return uses;
        }
    }

    private static Things ofASynctest() {
        Things[] things = {null};
        Synctest.run(() -> things[0] = new Things());
        return things[0];
    }

    private static Stream<DynamicTest> each(Map<String, Go.Body> uses, Consumer<Go.Body> check) {
        return uses.entrySet().stream().map(use -> DynamicTest.dynamicTest(use.getKey(), () -> check.accept(use.getValue())));
    }

    private static void assertRefused(Throwable thrown, String why, String advice) {
        assertInstanceOf(IllegalStateException.class, thrown);
        assertTrue(thrown.getMessage().contains(why) && thrown.getMessage().contains(advice), thrown.getMessage());
    }

    @TestFactory
    Stream<DynamicTest> usedOutside() {
        return each(ofASynctest().all(), use -> {
            Throwable thrown = assertThrows(Throwable.class, use::run);
            assertRefused(thrown, "which belongs to a Synctest, from outside it: thread ", "Use it only in the body");
        });
    }

    @TestFactory
    Stream<DynamicTest> usedInAnotherSynctest() {
        return each(ofASynctest().all(), use -> {
            AssertionError failure = assertThrows(AssertionError.class, () -> Synctest.run(use));
            assertRefused(failure.getCause(), "which belongs to another Synctest", "make what a Synctest uses in its body");
        });
    }

    @TestFactory
    Stream<DynamicTest> ordinaryOnesUsedInASynctest() {
        return each(new Things().always(), use -> {
            AssertionError failure = assertThrows(AssertionError.class, () -> Synctest.run(use));
            assertRefused(failure.getCause(), "which belongs to no Synctest, from inside one", "make what a Synctest uses in its body");
        });
    }

    @TestFactory
    Stream<DynamicTest> ordinaryChannelsOnWhichAGoroutineWouldBlock() {
        return each(new Things().blocking(), use -> {
            AssertionError failure = assertThrows(AssertionError.class, () -> Synctest.run(use));
            assertRefused(failure.getCause(), "would block inside a Synctest", "make the channels of a Synctest inside its body");
        });
    }

    @Test
    void ordinaryChannelsThatNeedNotWaitMayBeUsed() {
        Chan<Integer> c = make(1);
        Synctest.run(() -> {
            c.send(1);
            assertEquals(1, c.len());
            assertEquals(1, c.recv());
            assertEquals(1, select(recv(c), DEFAULT));
        });
    }

    /** Channels of a world have numbers of their own, by which the locks of a select are ordered. */
    @Test
    void selectsOverChannelsOfTheSameNumber() {
        Chan<Integer> outside = make();
        String number = outside.toString();
        Synctest.run(() -> {
            Chan<Integer> inside = make();
            while (!inside.toString().equals(number)) {
                inside = make();
            }
            Chan<Integer> same = inside;
            assertEquals(3, select(recv(outside), recv(same), recv(outside), DEFAULT));
            assertRefused(assertThrows(Throwable.class, () -> select(recv(outside), recv(same), recv(outside))), "would block inside a Synctest", "make the channels");
        });
    }

    /** A thread that the body has started by itself is none of its goroutines. */
    @Test
    void threadsOfTheJdk() {
        AssertionError failure = assertThrows(AssertionError.class, () -> Synctest.run(() -> {
            Chan<Integer> c = make();
            Thread foreign = Thread.ofVirtual().name("foreign").unstarted(() ->
                    assertRefused(assertThrows(Throwable.class, () -> c.send(1)), "thread foreign is none of its goroutines", "by go(…)"));
            foreign.start();
            foreign.join();
            c.recv();
        }));
        String report = failure.getMessage();
        assertTrue(report.startsWith("fatal error: all goroutines are asleep - deadlock!"), report);
        assertTrue(report.contains("\nrefused: send on chan#1 (cap 0, len 0), which belongs to a Synctest, from outside it: thread foreign"), report);
    }

    @Test
    void twoSynctestsAtTheSameTimeDoNotMeet() {
        Go.Body body = () -> Synctest.explore(100, () -> {
            Chan<Integer> c = make();
            go(() -> c.send(1));
            assertEquals(1, c.recv());
        });
        Task one = Task.start(body);
        Task other = Task.startPlatform(body);
        one.join();
        other.join();
    }

    @Test
    void oneInsideAnotherIsRefused() {
        Map<String, Go.Body> inner = Map.of(
                "run", () -> Synctest.run(() -> {}),
                "explore", () -> Synctest.explore(1, () -> {}),
                "replay", () -> Synctest.replay(1, () -> {}));
        inner.forEach((name, call) -> {
            AssertionError failure = assertThrows(AssertionError.class, () -> Synctest.run(call), name);
            assertRefused(failure.getCause(), "a Synctest inside a Synctest", "only program()");
        });
        assertThrows(IllegalStateException.class, Synctest::await);
        assertThrows(IllegalStateException.class, Synctest::now);
    }
}
