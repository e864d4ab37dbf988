package dev.goloom.examples;

import static dev.goloom.Go.*;
import static java.time.Duration.ofSeconds;

import dev.goloom.Goroutine;

/** A boring function, nothing concurrent: it talks once a second, for ever. Slide "A boring function". */
class Boring {
    @Goroutine
    static void main() {
        boring("boring!");
    }

    static void boring(String msg) {
        for (int i = 0; ; i++) {
            IO.println(msg + " " + i);
            sleep(ofSeconds(1));
        }
    }
}
