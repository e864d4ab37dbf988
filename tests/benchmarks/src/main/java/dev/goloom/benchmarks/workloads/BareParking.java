package dev.goloom.benchmarks.workloads;

import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * {@code width} pairs of virtual threads that unpark each other and park, without any channel: there and back again is one
 * operation. With many pairs it is two switches, and what the JDK does around them.
 */
public class BareParking extends Workload {
    /** One invocation. */
    @Benchmark
    public void run() throws InterruptedException {
        Library.Join join = library.join(2 * width);
        for (int i = 0; i < width; i++) {
            Player first = new Player(join);
            Player second = new Player(join);
            first.partner = second;
            second.partner = first;
            first.turn = true;
            first.thread.start();
            second.thread.start();
        }
        join.await();
    }

    private final class Player {
        private final Library.Join join;
        private final Thread thread = Thread.ofVirtual().unstarted(this::play);
        private Player partner;
        private volatile boolean turn;

        Player(Library.Join join) {
            this.join = join;
        }

        private void play() {
            for (int i = 0; i < ops / width; i++) {
                while (!turn) {
                    LockSupport.park(this);
                }
                turn = false;
                partner.turn = true;
                LockSupport.unpark(partner.thread);
            }
            join.done();
        }
    }
}
