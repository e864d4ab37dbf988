package dev.goloom.tests.program;

import static dev.goloom.Go.*;
import static dev.goloom.tests.program.PanicsGo.go;
import static java.time.Duration.ofSeconds;

import dev.goloom.Chan;
import dev.goloom.Goroutine;
import dev.goloom.WaitGroup;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/** Programs that end with a panic; the argument says with which. */
class Panics {
    @Goroutine
    static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "throws" -> throw new IOException("from main");
            case "panics" -> {
                go.panics();
                sleep(ofSeconds(1000));
            }
            case "panics in a group" -> {
                WaitGroup group = new WaitGroup();
                group.go(Panics::panics);
                group.await();
            }
            case "panics, and is done" -> {
                WaitGroup group = new WaitGroup();
                group.add(1);
                go.panicsAfter(group::done);
                group.await();
            }
            case "panics, and sends" -> {
                Chan<Boolean> done = make();
                go.panicsAfter(() -> done.send(true));
                done.recv();
            }
            case "panics, and receives" -> {
                Chan<Boolean> done = make();
                go.panicsAfter(done::recv);
                done.send(true);
            }
            case "panics, and closes" -> {
                Chan<Boolean> c = make();
                go.panicsAfter(c::close);
                for (boolean _ : c) {}
            }
            case "panics, and closes under a select" -> {
                Chan<Boolean> c = make();
                go.panicsAfter(c::close);
                select(recv(c), recv(make()));
            }
            case "panics without a word" -> {
                go.panicsWithoutAWord();
                make().recv();
            }
            case "panics, and hides why" -> throw new Hiding();
            case "panics for 100 000 reasons" -> {
                Exception reason = new IOException("the first");
                for (int i = 0; i < 100_000; i++) {
                    reason = new IOException("reason", reason);
                }
                throw reason;
            }
            case "panics beside busy ones" -> {
                for (int i = 0; i < Runtime.getRuntime().availableProcessors() - 1; i++) {
                    go.busy();
                }
                throw new IOException("from main");
            }
            case "prints" -> {
                Chan<Boolean> printing = make();
                System.setOut(new PrintStream(new OutputStream() {
                    @Override
                    public void write(int b) {
                        printing.send(true);
                        make().recv();
                    }
                }));
                go(() -> System.out.println("nobody reads this"));
                printing.recv();
                throw new IOException("from main");
            }
            case "null" -> {
                go.nothing(make(1));
                sleep(ofSeconds(1000));
            }
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    @Goroutine
    static void panics() throws IOException {
        throw new IOException("from a goroutine", new IllegalStateException("cause"));
    }

    @Goroutine
    static void panicsAfter(Runnable last) throws IOException {
        try {
            panics();
        } finally {
            last.run();
        }
    }

    @Goroutine
    static void panicsWithoutAWord() {
        throw new Wordless();
    }

    @SuppressWarnings("serial")
    private static final class Wordless extends RuntimeException {
        @Override
        public String getMessage() {
            throw new IllegalStateException("no message");
        }
    }

    @SuppressWarnings("serial")
    private static final class Hiding extends Exception {
        Hiding() {
            addSuppressed(new IOException("suppressed"));
        }

        @Override
        public Throwable getCause() {
            throw new IllegalStateException("no cause");
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            return null;
        }
    }

    @Goroutine
    static void busy() {
        for (;;) {
            Thread.onSpinWait();
        }
    }

    @Goroutine
    static Object nothing() {
        return null;
    }
}
