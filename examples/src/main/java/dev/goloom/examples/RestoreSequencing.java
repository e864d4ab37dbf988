package dev.goloom.examples;

import static dev.goloom.Go.*;
import static dev.goloom.examples.RestoreSequencingGo.go;
import static java.time.Duration.ofMillis;

import dev.goloom.Chan;
import dev.goloom.Generator;
import dev.goloom.Goroutine;
import dev.goloom.RecvChan;
import dev.goloom.SendChan;

/** The fan-in in lock-step: a message carries the channel its sender waits on. Slide "Restoring sequencing". */
class RestoreSequencing {
    record Message(String str, SendChan<Boolean> waitForIt) {}

    @Goroutine
    static void main() {
        RecvChan<Message> c = go.fanIn(go.boring("Joe"), go.boring("Ann"));
        for (int i = 0; i < 5; i++) {
            Message msg1 = c.recv();
            IO.println(msg1.str());
            Message msg2 = c.recv();
            IO.println(msg2.str());
            msg1.waitForIt().send(true);
            msg2.waitForIt().send(true);
        }
        IO.println("You're both boring; I'm leaving.");
    }

    @Generator
    static void fanIn(RecvChan<Message> input1, RecvChan<Message> input2, SendChan<Message> c) {
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
    static void boring(String msg, SendChan<Message> c) {
        Chan<Boolean> waitForIt = make();
        for (int i = 0; ; i++) {
            c.send(new Message(msg + " " + i, waitForIt));
            sleep(rand(ofMillis(1000)));
            waitForIt.recv();
        }
    }
}
