package dev.goloom.examples;

import static dev.goloom.Go.*;
import static dev.goloom.examples.ChanGoBoringGo.go;
import static java.time.Duration.ofMillis;

import dev.goloom.Chan;
import dev.goloom.Goroutine;
import dev.goloom.SendChan;

/** A channel connects main and the goroutine: they communicate, and by that synchronise. Slide "Using channels". */
class ChanGoBoring {
    @Goroutine
    static void main() {
        Chan<String> c = make();
        go.boring("boring!", c);
        for (int i = 0; i < 5; i++) {
            IO.println("You say: \"" + c.recv() + "\"");
        }
        IO.println("You're boring; I'm leaving.");
    }

    @Goroutine
    static void boring(String msg, SendChan<String> c) {
        for (int i = 0; ; i++) {
            c.send(msg + " " + i);
            sleep(rand(ofMillis(1000)));
        }
    }
}
