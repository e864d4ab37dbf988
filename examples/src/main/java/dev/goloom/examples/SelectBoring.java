package dev.goloom.examples;

import static dev.goloom.Go.*;
import static dev.goloom.examples.SelectBoringGo.go;
import static java.time.Duration.ofMillis;

import dev.goloom.Generator;
import dev.goloom.Goroutine;
import dev.goloom.RecvChan;
import dev.goloom.SendChan;

/** The fan-in again, with select: one goroutine is enough. Slide "Fan-in using select". */
class SelectBoring {
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
        for (;;) {
            var s1 = recv(input1);
            var s2 = recv(input2);
            switch (select(s1, s2)) {
                case 0 -> c.send(s1.value());
                case 1 -> c.send(s2.value());
            }
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
