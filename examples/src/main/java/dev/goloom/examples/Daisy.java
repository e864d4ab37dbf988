package dev.goloom.examples;

import static dev.goloom.Go.*;
import static dev.goloom.examples.DaisyGo.go;

import dev.goloom.Chan;
import dev.goloom.Goroutine;
import dev.goloom.RecvChan;
import dev.goloom.SendChan;

/** A chain of a hundred thousand goroutines; each adds one to what comes from its right. Slide "Daisy-chain". */
class Daisy {
    @Goroutine
    static void main() {
        IO.println(daisy(100_000));
    }

    static int daisy(int n) {
        Chan<Integer> leftmost = make();
        Chan<Integer> left = leftmost;
        for (int i = 0; i < n; i++) {
            Chan<Integer> right = make();
            go.f(left, right);
            left = right;
        }
        Chan<Integer> rightmost = left;
        go(() -> rightmost.send(1));
        return leftmost.recv();
    }

    @Goroutine
    static void f(SendChan<Integer> left, RecvChan<Integer> right) {
        left.send(1 + right.recv());
    }
}
