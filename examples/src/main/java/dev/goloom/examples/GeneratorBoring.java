package dev.goloom.examples;

import static dev.goloom.Go.*;
import static dev.goloom.examples.GeneratorBoringGo.go;
import static java.time.Duration.ofMillis;

import dev.goloom.Generator;
import dev.goloom.Goroutine;
import dev.goloom.RecvChan;
import dev.goloom.SendChan;

/** A generator: a function that returns a channel. Slide "Generator: function that returns a channel". */
class GeneratorBoring {
    @Goroutine
    static void main() {
        RecvChan<String> c = go.boring("boring!");
        for (int i = 0; i < 5; i++) {
            IO.println("You say: \"" + c.recv() + "\"");
        }
        IO.println("You're boring; I'm leaving.");
    }

    @Generator
    static void boring(String msg, SendChan<String> c) {
        for (int i = 0; ; i++) {
            c.send(msg + " " + i);
            sleep(rand(ofMillis(1000)));
        }
    }
}
