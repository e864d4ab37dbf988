package dev.goloom.examples;

import static dev.goloom.Go.*;
import static dev.goloom.examples.RcvQuitGo.go;
import static java.time.Duration.ofMillis;

import dev.goloom.Chan;
import dev.goloom.Generator;
import dev.goloom.Goroutine;
import dev.goloom.RecvChan;
import dev.goloom.SendChan;

/** A quit channel with a round trip: main leaves only when Joe has cleaned up. Slide "Receive on quit channel". */
class RcvQuit {
    @Goroutine
    static void main() {
        Chan<String> quit = make();
        RecvChan<String> c = go.boring("Joe", quit);
        for (int i = rand(10); i >= 0; i--) {
            IO.println(c.recv());
        }
        quit.send("Bye!");
        IO.println("Joe says: \"" + quit.recv() + "\"");
    }

    @Generator
    static void boring(String msg, Chan<String> quit, SendChan<String> c) {
        for (int i = 0; ; i++) {
            sleep(rand(ofMillis(1000)));
            switch (select(send(c, msg + " " + i), recv(quit))) {
                case 0 -> {}
                case 1 -> {
                    cleanup();
                    quit.send("See you!");
                    return;
                }
            }
        }
    }

    static void cleanup() {
        IO.println("(Joe cleans up.)");
    }
}
