package dev.goloom.examples;

import static dev.goloom.Go.*;
import static dev.goloom.examples.Generator2BoringGo.go;
import static java.time.Duration.ofMillis;

import dev.goloom.Generator;
import dev.goloom.Goroutine;
import dev.goloom.RecvChan;
import dev.goloom.SendChan;

/** Channels as handles on a service: two instances of it, in lock-step. Slide "Channels as a handle on a service". */
class Generator2Boring {
    @Goroutine
    static void main() {
        RecvChan<String> joe = go.boring("Joe");
        RecvChan<String> ann = go.boring("Ann");
        for (int i = 0; i < 5; i++) {
            IO.println(joe.recv());
            IO.println(ann.recv());
        }
        IO.println("You're both boring; I'm leaving.");
    }

    @Generator
    static void boring(String msg, SendChan<String> c) {
        for (int i = 0; ; i++) {
            c.send(msg + " " + i);
            sleep(rand(ofMillis(1000)));
        }
    }
}
