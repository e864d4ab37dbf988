package dev.goloom.tests.stress;

import static dev.goloom.Go.*;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import dev.goloom.Go;
import dev.goloom.WaitGroup;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However busy goroutines are with one another, whoever is woken from outside gets to run, though none of them is pre-empted. */
class StarvationTest {
    private static final Duration A_WHILE = Duration.ofMillis(5);
    private static final Duration TOO_LONG = Duration.ofSeconds(60);

    private final AtomicBoolean over = new AtomicBoolean();
    private final Queue<Chan<Integer>> chans = new ConcurrentLinkedQueue<>();

    /** What goroutines may do for ever. */
    private enum Work {
        PING_PONG(test -> {
            Chan<Integer> table = test.chan(0);
            for (int i = 0; i < 2; i++) {
                test.repeat(() -> table.send(table.recv() + 1));
            }
            go(() -> table.send(0));
        }),
        UNBUFFERED(test -> test.producerAndConsumer(0)),
        BUFFERED(test -> test.producerAndConsumer(16)),
        SELECT(test -> {
            Chan<Integer> a = test.chan(0);
            Chan<Integer> b = test.chan(16);
            test.repeat(() -> a.send(1));
            test.repeat(() -> b.send(1));
            test.repeat(() -> Go.select(recv(a), recv(b)));
        }),
        WAIT_GROUP(test -> test.repeat(() -> {
            WaitGroup group = new WaitGroup();
            group.go(() -> {});
            group.await();
        })),
        START(StarvationTest::startOnAndOn),
        GOSCHED(test -> test.repeat(Go::gosched)),
        DEFAULT_CASE(test -> {
            Chan<Integer> quit = test.chan(0);
            test.repeat(() -> Go.select(recv(quit), DEFAULT));
        }),
        TRY_RECV(test -> test.repeat(test.chan(0)::tryRecv)),
        /** Never has to wait. */
        OWN_CHANNEL(test -> {
            Chan<Integer> own = test.chan(1);
            test.repeat(() -> {
                own.send(1);
                own.recv();
            });
        });

        private final Consumer<StarvationTest> start;

        Work(Consumer<StarvationTest> start) {
            this.start = start;
        }
    }

    private Chan<Integer> chan(int capacity) {
        Chan<Integer> chan = make(capacity);
        chans.add(chan);
        return chan;
    }

    private void repeat(Go.Body body) {
        go(() -> {
            while (!over.get()) {
                body.run();
            }
        });
    }

    private void producerAndConsumer(int capacity) {
        Chan<Integer> chan = chan(capacity);
        repeat(() -> chan.send(1));
        repeat(chan::recv);
    }

    private void startOnAndOn() {
        go(() -> {
            if (!over.get()) {
                startOnAndOn();
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "PING_PONG, 3", "PING_PONG, 100", "UNBUFFERED, 3", "UNBUFFERED, 100", "BUFFERED, 3", "BUFFERED, 100", "SELECT, 3",
        "SELECT, 100", "WAIT_GROUP, 3", "START, 3", "GOSCHED, 3", "DEFAULT_CASE, 3", "TRY_RECV, 3", "OWN_CHANNEL, 3"
    })
    void whoIsWokenFromOutsideGetsToRun(Work work, int perProcessor) {
        try {
            for (int i = perProcessor * Runtime.getRuntime().availableProcessors(); i > 0; i--) {
                work.start.accept(this);
            }
            Chan<String> woken = make(4);
            Chan<Integer> fromAPlatformThread = make();
            go(() -> {
                sleep(A_WHILE);
                woken.send("sleep");
            });
            go(() -> {
                after(A_WHILE).recv();
                woken.send("timer");
            });
            go(() -> {
                Thread.sleep(A_WHILE);
                woken.send("JDK");
            });
            go(() -> {
                fromAPlatformThread.recv();
                woken.send("platform thread");
            });
            List<String> all = assertTimeoutPreemptively(TOO_LONG, () -> {
                fromAPlatformThread.send(1);
                return List.of(woken.recv(), woken.recv(), woken.recv(), woken.recv());
            });
            assertEquals(List.of("JDK", "platform thread", "sleep", "timer"), all.stream().sorted().toList());
        } finally {
            over.set(true);
            chans.forEach(Chan::cancel);
        }
    }
}
