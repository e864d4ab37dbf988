package dev.goloom.examples;

import static dev.goloom.Go.*;
import static dev.goloom.examples.GoBoringGo.go;
import static java.time.Duration.ofMillis;

import dev.goloom.Goroutine;

/** Ignoring it: the function is launched with go, main does not wait, the program ends. Slide "Ignoring it". */
class GoBoring {
    @Goroutine
    static void main() {
        go.boring("boring!");
    }

    @Goroutine
    static void boring(String msg) {
        for (int i = 0; ; i++) {
            sleep(rand(ofMillis(1000)));
            IO.println(msg + " " + i);
        }
    }
}
