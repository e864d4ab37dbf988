package dev.goloom.examples;

import static dev.goloom.Go.*;
import static dev.goloom.examples.TimeoutAllGo.go;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import dev.goloom.Generator;
import dev.goloom.Goroutine;
import dev.goloom.RecvChan;
import dev.goloom.SendChan;
import java.time.Instant;

/** A timeout for the whole conversation: one timer, outside the loop. Slide "Timeout for whole conversation using select". */
class TimeoutAll {
    @Goroutine
    static void main() {
        RecvChan<String> c = go.boring("Joe");
        RecvChan<Instant> timeout = after(ofSeconds(5));
        for (;;) {
            var s = recv(c);
            switch (select(s, recv(timeout))) {
                case 0 -> IO.println(s.value());
                case 1 -> {
                    IO.println("You talk too much.");
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
