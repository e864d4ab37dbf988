package dev.goloom.examples;

import static dev.goloom.Go.*;
import static dev.goloom.examples.TimeoutGo.go;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import dev.goloom.Generator;
import dev.goloom.Goroutine;
import dev.goloom.RecvChan;
import dev.goloom.SendChan;

/** A timeout for each message: every turn of the loop has a timer of its own. Slide "Timeout using select". */
class Timeout {
    @Goroutine
    static void main() {
        RecvChan<String> c = go.boring("Joe");
        for (;;) {
            var s = recv(c);
            switch (select(s, recv(after(ofSeconds(1))))) {
                case 0 -> IO.println(s.value());
                case 1 -> {
                    IO.println("You're too slow.");
                    return;
                }
            }
        }
    }

    @Generator
    static void boring(String msg, SendChan<String> c) {
        for (int i = 0; ; i++) {
            c.send(msg + " " + i);
            sleep(rand(ofMillis(1500)));
        }
    }
}
