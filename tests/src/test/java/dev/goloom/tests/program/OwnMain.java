package dev.goloom.tests.program;

import static dev.goloom.Go.*;
import static dev.goloom.tests.program.OwnMainGo.go;

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
                awaitOthers();
            }
            case "throws" -> {
                Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> IO.println(thread.getName() + ": " + thrown));
                go.panics();
                awaitOthers();
            }
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static void awaitOthers() {
        while (Goroutines.count() > 1) {
            gosched();
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
