package dev.goloom.tests.program;

import static dev.goloom.Go.*;
import static dev.goloom.tests.program.OwnMainGo.go;

import dev.goloom.Chan;
import dev.goloom.Generator;
import dev.goloom.Goroutine;
import dev.goloom.Goroutines;
import dev.goloom.RecvChan;
import dev.goloom.SendChan;
import java.io.IOException;

/** A program whose main is the JVM's, not a goroutine; the argument says what it does. */
class OwnMain {
    public static void main(String[] args) {
        switch (args[0]) {
            case "unreceived" -> {
                RecvChan<Integer> c = go.fails();
                IO.println(c.recv());
                while (Goroutines.count() > 1) {
                    gosched();
                }
            }
            case "throws" -> {
                Chan<String> uncaught = make();
                Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> uncaught.send(thread.getName() + ": " + thrown));
                go.panics();
                IO.println(uncaught.recv());
            }
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    @Generator
    static void fails(SendChan<Integer> c) throws IOException {
        c.send(1);
        throw new IOException("from a generator");
    }

    @Goroutine
    static void panics() throws IOException {
        throw new IOException("from a goroutine");
    }
}
