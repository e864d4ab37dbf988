package dev.goloom.examples;

import static dev.goloom.Go.*;
import static java.time.Duration.ofMillis;

import dev.goloom.Goroutine;

/** Slightly less boring: the pauses are random. Still nothing concurrent. Slide "Running it". */
class MainBoring {
    @Goroutine
    static void main() {
        boring("boring!");
    }

    static void boring(String msg) {
        for (int i = 0; ; i++) {
            IO.println(msg + " " + i);
            sleep(rand(ofMillis(1000)));
        }
    }
}
