package dev.goloom.examples;

import static dev.goloom.Go.*;
import static dev.goloom.examples.QuitGo.go;
import static java.time.Duration.ofMillis;

import dev.goloom.Chan;
import dev.goloom.Generator;
import dev.goloom.Goroutine;
import dev.goloom.RecvChan;
import dev.goloom.SendChan;

/** A quit channel: main tells Joe to stop when it is tired of listening. Slide "Quit channel". */
class Quit {
    @Goroutine
    static void main() {
        Chan<Boolean> quit = make();
        RecvChan<String> c = go.boring("Joe", quit);
        for (int i = rand(10); i >= 0; i--) {
            IO.println(c.recv());
        }
        quit.send(true);
    }

    @Generator
    static void boring(String msg, RecvChan<Boolean> quit, SendChan<String> c) {
        for (int i = 0; ; i++) {
            sleep(rand(ofMillis(1000)));
            switch (select(send(c, msg + " " + i), recv(quit))) {
                case 0 -> {}
                case 1 -> {
                    return;
                }
            }
        }
    }
}
