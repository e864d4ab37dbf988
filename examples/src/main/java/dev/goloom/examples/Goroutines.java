package dev.goloom.examples;

import static dev.goloom.Go.*;
import static dev.goloom.examples.GoroutinesGo.go;

import dev.goloom.Chan;
import dev.goloom.Goroutine;
import dev.goloom.RecvChan;
import dev.goloom.SendChan;
import java.util.Set;
import java.util.TreeSet;

/** A hundred thousand goroutines on a handful of threads, each with a stack that grows. Slide "Goroutines". */
class Goroutines {
    @Goroutine
    static void main() {
        goroutines(100_000);
    }

    static void goroutines(int n) {
        Chan<Boolean> start = make();
        Chan<String> carriers = make();
        for (int i = 0; i < n; i++) {
            go.work(start, carriers);
        }
        IO.println(dev.goloom.Goroutines.count() - 1 + " goroutines");
        start.close();
        Set<String> distinct = new TreeSet<>();
        for (int i = 0; i < n; i++) {
            distinct.add(carriers.recv());
        }
        IO.println("on " + distinct.size() + " threads");
        IO.println("a stack of " + go.recurse(5_000).recv() + " calls in one of them");
    }

    @Goroutine
    static void work(RecvChan<Boolean> start, SendChan<String> carriers) {
        start.recv();
        String thread = Thread.currentThread().toString();
        carriers.send(thread.substring(thread.indexOf('@') + 1));
    }

    @Goroutine
    static int recurse(int depth) {
        return depth == 0 ? 0 : 1 + recurse(depth - 1);
    }
}
