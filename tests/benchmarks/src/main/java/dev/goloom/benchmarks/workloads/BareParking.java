package dev.goloom.benchmarks.workloads;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Benchmark;

/** Two virtual threads that unpark each other and park: there and back again is one operation, without any channel. */
public class BareParking extends Workload {
    /** One invocation. */
    @Benchmark
    public void run() throws InterruptedException {
        Library.Join join = library.join(2);
        Player[] players = {new Player(join), new Player(join)};
        players[0].start(players[1], true);
        players[1].start(players[0], false);
        join.await();
    }

    private final class Player {
        private final Library.Join join;
        private final CompletableFuture<Thread> thread = new CompletableFuture<>();
        private volatile boolean turn;

        Player(Library.Join join) {
            this.join = join;
        }

        void start(Player other, boolean first) {
            turn = first;
            library.go(() -> {
                thread.complete(Thread.currentThread());
                Thread partner = other.thread.join();
                for (int i = 0; i < ops; i++) {
                    while (!turn) {
                        LockSupport.park(this);
                    }
                    turn = false;
                    other.turn = true;
                    LockSupport.unpark(partner);
                }
                join.done();
            });
        }
    }
}
