package dev.goloom.tests.program;

import static dev.goloom.Go.*;
import static dev.goloom.tests.program.GeneratorTestGo.go;
import static java.time.Duration.ofHours;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import dev.goloom.ChannelFailedException;
import dev.goloom.Generator;
import dev.goloom.Goroutine;
import dev.goloom.Goroutines;
import dev.goloom.RecvChan;
import dev.goloom.SendChan;
import dev.goloom.tests.support.States;
import dev.goloom.tests.support.Task;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A generator's producer ends when its consumer is gone; what it has to say is not lost. */
class GeneratorTest {
    private static final AtomicInteger UNWOUND = new AtomicInteger();

    @Generator
    static void count(SendChan<Integer> c) {
        try {
            for (int i = 0; ; i++) {
                c.send(i);
            }
        } finally {
            UNWOUND.incrementAndGet();
        }
    }

    @Generator
    static void gen(int[] nums, SendChan<Integer> c) {
        for (int n : nums) {
            c.send(n);
        }
    }

    @Generator
    static void sq(RecvChan<Integer> in, SendChan<Integer> c) {
        try {
            for (int n : in) {
                c.send(n * n);
            }
        } finally {
            UNWOUND.incrementAndGet();
        }
    }

    @Generator(buffer = 5)
    static void sleepy(SendChan<Integer> c) {
        try {
            c.send(1);
            sleep(ofHours(1));
        } finally {
            UNWOUND.incrementAndGet();
        }
    }

    @Generator
    static void asleep(SendChan<Integer> c) {
        try {
            sleep(ofHours(1));
        } finally {
            UNWOUND.incrementAndGet();
        }
    }

    @Generator
    static void interrupted(SendChan<Integer> c) throws InterruptedException {
        c.send(1);
        throw new InterruptedException("not the consumer's doing");
    }

    @Goroutine
    Thread thread(SendChan<String> c) {
        c.send("on an instance");
        return Thread.currentThread();
    }

    @Test
    void pipelinesCompose() {
        int sum = 0;
        for (int n : go.sq(go.sq(go.gen(2, 3)))) {
            sum += n;
        }
        assertEquals(16 + 81, sum);
    }

    @Test
    void instanceMethodsAndNames() {
        Chan<String> c = make();
        RecvChan<Thread> thread = go(this).thread(c);
        assertEquals("on an instance", c.recv());
        assertTrue(thread.recv().getName().matches("thread#\\d+"));
        assertThrows(NullPointerException.class, () -> go((GeneratorTest) null));
    }

    @Test
    void tenThousandAbandonedOnesAreGoneAfterACollection() {
        UNWOUND.set(0);
        int before = Goroutines.count();
        for (int i = 0; i < 10_000; i++) {
            assertEquals(0, go.count().recv());
        }
        States.awaitCollected("all unwound", () -> UNWOUND.get() == 10_000);
        States.await("all ended", () -> Goroutines.count() <= before);
    }

    @Test
    void aPipelineOfTenStagesUnwinds() {
        UNWOUND.set(0);
        RecvChan<Integer> c = go.count();
        for (int i = 0; i < 9; i++) {
            c = go.sq(c);
        }
        assertEquals(0, c.recv());
        c = null;
        States.awaitCollected("all stages unwound", () -> UNWOUND.get() == 10);
    }

    @Test
    void breakingOutOfALoopIsEnough() {
        UNWOUND.set(0);
        loop();
        States.awaitCollected("unwound", () -> UNWOUND.get() == 1);
    }

    private static void loop() {
        for (int n : go.count()) {
            if (n == 10) {
                break;
            }
        }
    }

    @Test
    void cancelInterruptsTheProducer() {
        UNWOUND.set(0);
        RecvChan<Integer> c = go.sleepy();
        assertEquals(1, c.recv());
        c.cancel();
        States.await("unwound", () -> UNWOUND.get() == 1);
        assertThrows(CancellationException.class, c::recv);
    }

    /** Most of these are cancelled before their producers have begun. */
    @Test
    void cancelInterruptsAProducerThatHasNotBegun() {
        UNWOUND.set(0);
        for (int i = 0; i < 100; i++) {
            go.asleep().cancel();
        }
        States.await("unwound", () -> UNWOUND.get() == 100);
    }

    @Test
    void cutOffDataNeverLooksComplete() {
        RecvChan<Integer> c = go.interrupted();
        assertEquals(1, c.recv());
        assertInstanceOf(InterruptedException.class, assertThrows(ChannelFailedException.class, c::recv).getCause());
    }

    /**
     * Compiled by C2, a method of the handle needs the handle no more once it has loaded the channel. Without the fences
     * the collections then cancel the channel under a consumer that is blocked in it.
     */
    @Test
    void aBlockedConsumerIsNeverCutOff() {
        for (List<Consumer> consumers = List.of(RecvChan::recv, c -> c.recvOk().value(), c -> c.iterator().next(), GeneratorTest::selected);
                !consumers.isEmpty();
                consumers = consumers.subList(1, consumers.size())) {
            Consumer consumer = consumers.getFirst();
            Chan<Integer> plain = make(1);
            // Warm up until C2 has compiled what the consumer calls.
            for (RecvChan<Integer> c : List.of(go.relay(plain))) {
                for (int i = 0; i < 300_000; i++) {
                    plain.send(i);
                    assertEquals(i, consumer.receive(c));
                }
            }
            Chan<Integer> source = make();
            Task task = Task.startBlocked(() -> assertEquals(7, consume(consumer, source)));
            for (int i = 0; i < 5; i++) {
                System.gc();
            }
            source.send(7);
            task.join();
        }
    }

    private interface Consumer {
        Integer receive(RecvChan<Integer> c);
    }

    private static Integer consume(Consumer consumer, Chan<Integer> source) {
        return consumer.receive(go.relay(source));
    }

    private static Integer selected(RecvChan<Integer> c) {
        var r = recv(c);
        select(r, recv(null));
        return r.value();
    }

    @Generator
    static void relay(RecvChan<Integer> in, SendChan<Integer> c) {
        for (int n : in) {
            c.send(n);
        }
    }
}
