package dev.goloom.tests.program;

import static dev.goloom.Go.*;

import dev.goloom.Chan;
import dev.goloom.Go;
import dev.goloom.WaitGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Threads that go on whatever they meet, while again and again there is no memory left. In the end each has reached its end, and
 * what was sent has been received. Platform threads: a virtual one without memory for its stack keeps its carrier while it is
 * parked, and two of those would keep all others from running.
 */
class OutOfMemory {
    private static final int FAILURES = 3;
    private static final int OF_EACH = 6;

    private static final AtomicLong SENT = new AtomicLong();
    private static final AtomicLong RECEIVED = new AtomicLong();
    private static final AtomicLong FAILED = new AtomicLong();

    private static volatile boolean senderEnds;

    /** One operation; the number of elements that it moves is 1, or 0 at the end. */
    private interface Step {
        boolean run();
    }

    public static void main(String[] args) throws InterruptedException {
        Chan<String> c = make();
        Chan<String> d = make(4);
        List<Thread> senders = new ArrayList<>();
        List<Thread> receivers = new ArrayList<>();
        for (int i = 0; i < OF_EACH; i++) {
            senders.add(start(SENT, () -> {
                c.send("plain");
                return !senderEnds;
            }));
            senders.add(start(SENT, () -> {
                d.send("buffered");
                return !senderEnds;
            }));
            senders.add(start(SENT, () -> {
                select(Go.send(c, "selected"), Go.send(d, "selected"));
                return !senderEnds;
            }));
            receivers.add(start(RECEIVED, () -> c.recv() != null));
            receivers.add(start(RECEIVED, () -> d.recv() != null));
            receivers.add(start(RECEIVED, () -> {
                var first = recv(c);
                var second = recv(d);
                return switch (select(first, second)) {
                    case 0 -> first.ok();
                    default -> second.ok();
                };
            }));
        }
        while (FAILED.get() < FAILURES) {
            useUpMemory();
        }
        long before = RECEIVED.get();
        while (RECEIVED.get() < before + 1000) {
            Thread.onSpinWait();
        }
        senderEnds = true;
        join(senders);
        c.close();
        d.close();
        join(receivers);
        waitForGroup();
        // The JVM may also find no memory just after an operation, to give back to its caller what it had optimized away.
        long lost = Math.max(0, Math.abs(SENT.get() - RECEIVED.get()) - FAILED.get());
        IO.println(lost + " lost");
    }

    /** Runs {@code step} until it says that this is the end. */
    private static Thread start(AtomicLong counter, Step step) {
        return Thread.ofPlatform().daemon().start(() -> {
            for (boolean goesOn = true; goesOn; ) {
                try {
                    goesOn = step.run();
                    if (goesOn || counter == SENT) {
                        counter.incrementAndGet();
                    }
                } catch (OutOfMemoryError e) {
                    FAILED.incrementAndGet();
                }
            }
        });
    }

    private static void useUpMemory() {
        Object[] list = null;
        for (int size = 1 << 16; size >= 1; size /= 256) {
            try {
                for (;;) {
                    Object[] larger = new Object[size];
                    larger[0] = list;
                    list = larger;
                }
            } catch (OutOfMemoryError e) {
                // Then something smaller.
            }
        }
    }

    private static void waitForGroup() {
        WaitGroup group = new WaitGroup();
        group.go(() -> {});
        group.await();
    }

    private static void join(List<Thread> threads) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
