package dev.goloom.examples;

import static dev.goloom.Go.*;
import static dev.goloom.examples.BalanceGo.go;
import static java.time.Duration.ofSeconds;

import dev.goloom.Chan;
import dev.goloom.Goroutine;
import dev.goloom.RecvChan;
import dev.goloom.SendChan;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.concurrent.Callable;

/** A load balancer: a request goes to the least loaded worker, the answer straight back to who asked. Slide "Load balancer". */
class Balance {
    static final int REQUESTERS = 100;
    static final int WORKERS = 10;

    record Request(Callable<Duration> fn, SendChan<Duration> c) {}

    static class Worker {
        final Chan<Request> requests = make(REQUESTERS);
        int pending;

        @Goroutine
        void work(SendChan<Worker> done) throws Exception {
            for (Request req : requests) {
                req.c().send(req.fn().call());
                done.send(this);
            }
        }
    }

    final PriorityQueue<Worker> pool = new PriorityQueue<>(Comparator.comparingInt(w -> w.pending));
    final Chan<Worker> done = make(WORKERS);

    @Goroutine
    static void main() {
        Chan<Request> work = make();
        for (int i = 0; i < REQUESTERS; i++) {
            go.requester(work);
        }
        new Balance().balance(work);
    }

    Balance() {
        for (int i = 0; i < WORKERS; i++) {
            Worker w = new Worker();
            pool.add(w);
            Balance_WorkerGo.go(w).work(done);
        }
    }

    void balance(RecvChan<Request> work) {
        for (;;) {
            var req = recv(work);
            var w = recv(done);
            switch (select(req, w)) {
                case 0 -> dispatch(req.value());
                case 1 -> completed(w.value());
            }
            print();
        }
    }

    void dispatch(Request req) {
        Worker w = pool.remove();
        w.requests.send(req);
        w.pending++;
        pool.add(w);
    }

    void completed(Worker w) {
        pool.remove(w);
        w.pending--;
        pool.add(w);
    }

    void print() {
        int sum = 0;
        int squares = 0;
        for (Worker w : pool) {
            IO.print(w.pending + " ");
            sum += w.pending;
            squares += w.pending * w.pending;
        }
        double average = (double) sum / WORKERS;
        double variance = (double) squares / WORKERS - average * average;
        IO.println(String.format(Locale.ROOT, " %.2f %.2f", average, variance));
    }

    @Goroutine
    static void requester(SendChan<Request> work) {
        Chan<Duration> c = make();
        for (;;) {
            sleep(rand(ofSeconds(2 * WORKERS)));
            work.send(new Request(Balance::op, c));
            c.recv();
        }
    }

    /** Some work: just sleeps for a while, and tells for how long. */
    static Duration op() {
        Duration n = rand(ofSeconds(WORKERS));
        sleep(n);
        return n;
    }
}
