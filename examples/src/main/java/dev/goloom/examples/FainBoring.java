package dev.goloom.examples;

import static dev.goloom.Go.*;
import static dev.goloom.examples.FainBoringGo.go;
import static java.time.Duration.ofMillis;

import dev.goloom.Generator;
import dev.goloom.Goroutine;
import dev.goloom.RecvChan;
import dev.goloom.SendChan;

/** Multiplexing, fan-in: two inputs, one output, and neither waits for the other. Slide "Multiplexing". */
class FainBoring {
    @Goroutine
    static void main() {
        RecvChan<String> c = go.fanIn(go.boring("Joe"), go.boring("Ann"));
        for (int i = 0; i < 10; i++) {
            IO.println(c.recv());
        }
        IO.println("You're both boring; I'm leaving.");
    }

    @Generator
    static void fanIn(RecvChan<String> input1, RecvChan<String> input2, SendChan<String> c) {
        go(() -> {
            for (;;) {
                c.send(input1.recv());
            }
        });
        for (;;) {
            c.send(input2.recv());
        }
    }

    @Generator
    static void boring(String msg, SendChan<String> c) {
        for (int i = 0; ; i++) {
            c.send(msg + " " + i);
            sleep(rand(ofMillis(1000)));
        }
    }
}
