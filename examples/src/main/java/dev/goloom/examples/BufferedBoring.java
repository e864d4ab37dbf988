package dev.goloom.examples;

import static dev.goloom.Go.*;
import static dev.goloom.examples.BufferedBoringGo.go;

import dev.goloom.Chan;
import dev.goloom.Goroutine;
import dev.goloom.SendChan;

/** A buffered channel does not synchronise until it is full. Slide "An aside about buffered channels". */
class BufferedBoring {
    @Goroutine
    static void main() {
        Chan<String> c = make(3);
        Chan<Boolean> full = make();
        go.boring("boring!", c, full);
        full.recv();
        IO.println("The buffer holds " + c.len() + " of " + c.cap() + "; nothing was received yet.");
        for (String msg : c) {
            IO.println("received " + msg);
            full.recv();
        }
        IO.println("You're boring; I'm leaving.");
    }

    @Goroutine
    static void boring(String msg, SendChan<String> c, SendChan<Boolean> full) {
        for (int i = 0; i < 6; i++) {
            if (c.len() == c.cap()) {
                full.send(true);
            }
            c.send(msg + " " + i);
            IO.println("sent " + msg + " " + i);
        }
        c.close();
        full.close();
    }
}
