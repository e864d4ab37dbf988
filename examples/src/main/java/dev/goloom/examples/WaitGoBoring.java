package dev.goloom.examples;

import static dev.goloom.Go.*;
import static dev.goloom.examples.WaitGoBoringGo.go;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import dev.goloom.Goroutine;

/** Ignoring it a little less: main listens for two seconds and leaves. Slide "Ignoring it a little less". */
class WaitGoBoring {
    @Goroutine
    static void main() {
        go.boring("boring!");
        IO.println("I'm listening.");
        sleep(ofSeconds(2));
        IO.println("You're boring; I'm leaving.");
    }

    @Goroutine
    static void boring(String msg) {
        for (int i = 0; ; i++) {
            IO.println(msg + " " + i);
            sleep(rand(ofMillis(1000)));
        }
    }
}
