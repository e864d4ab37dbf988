package dev.goloom.tests.stress;

import dev.goloom.Go;
import dev.goloom.tests.support.Task;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** Two goroutines; the second comes some pauses after the first has begun. */
final class Pair {
    private static final int MOST_PAUSES = 80;

    /** What the second does. */
    interface Second {
        void run(Thread first) throws Throwable;
    }

    private final Task first;
    private final Task second;

    Pair(SplittableRandom random, Go.Body first, Second second) throws InterruptedException {
        int pauses = random.nextInt(MOST_PAUSES);
        AtomicReference<Thread> begun = new AtomicReference<>();
        CountDownLatch there = new CountDownLatch(2);
        this.second = Task.start(() -> {
            there.countDown();
            while (begun.get() == null) {
                Thread.yield();
            }
            for (int i = 0; i < pauses; i++) {
                Thread.onSpinWait();
            }
            second.run(begun.get());
        });
        this.first = Task.start(() -> {
            there.countDown();
            begun.set(Thread.currentThread());
            first.run();
        });
        there.await();
    }

    void join() {
        first.join();
        second.join();
    }
}
