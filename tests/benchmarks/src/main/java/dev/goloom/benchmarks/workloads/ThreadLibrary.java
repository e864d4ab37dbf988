package dev.goloom.benchmarks.workloads;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Virtual threads and the JDK's latches; those without goroutines of their own build on it. */
class ThreadLibrary implements Library {
    @Override
    public void go(Body body) {
        Thread.startVirtualThread(body);
    }

    @Override
    public Join join(int count) {
        CountDownLatch latch = new CountDownLatch(count);
        return new Join() {
            @Override
            public void done() {
                latch.countDown();
            }

            @Override
            public void await() throws InterruptedException {
                latch.await();
            }
        };
    }

    @Override
    public Quit quit() {
        CountDownLatch latch = new CountDownLatch(1);
        return new Quit() {
            @Override
            public void happen() {
                latch.countDown();
            }

            @Override
            public void awaitForAnHour() throws InterruptedException {
                if (!latch.await(1, TimeUnit.HOURS)) {
                    throw new IllegalStateException("an hour has gone by");
                }
            }
        };
    }
}
