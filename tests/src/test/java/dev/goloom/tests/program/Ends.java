package dev.goloom.tests.program;

import static dev.goloom.Go.*;
import static dev.goloom.tests.program.EndsGo.go;
import static java.time.Duration.ofSeconds;

import dev.goloom.Chan;
import dev.goloom.ChannelFailedException;
import dev.goloom.Generator;
import dev.goloom.Goroutine;
import dev.goloom.RecvChan;
import dev.goloom.SendChan;
import dev.goloom.WaitGroup;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/** The ways in which a program ends; the argument says which. */
class Ends {
    @Goroutine
    static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "returns" -> {
                go.sleeper();
                IO.println("done");
            }
            case "throws" -> throw new IOException("from main");
            case "panics" -> {
                go.panics();
                sleep(ofSeconds(1000));
            }
            case "panics in a group" -> {
                WaitGroup group = new WaitGroup();
                group.go(Ends::panics);
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
            case "busy" -> {
                for (int i = 0; i <= Runtime.getRuntime().availableProcessors(); i++) {
                    go.busy();
                }
            }
            case "busy, with a hook" -> {
                Runtime.getRuntime().addShutdownHook(new Thread(() -> IO.println("hook")));
                makeBusy(4 * Runtime.getRuntime().availableProcessors());
            }
            case "exits" -> System.exit(7);
            case "null" -> {
                go.nothing(make(1));
                sleep(ofSeconds(1000));
            }
            case "unreceived" -> {
                RecvChan<Integer> c = go.fails();
                IO.println(c.recv());
                while (dev.goloom.Goroutines.count() > 1) {
                    gosched();
                }
            }
            case "collected" -> {
                var err = new java.io.ByteArrayOutputStream();
                System.setErr(new java.io.PrintStream(err, true));
                IO.println(go.fails().recv());
                while (!err.toString().contains("java.io.IOException: from a generator")) {
                    System.gc();
                }
                IO.println(err.toString().lines().findFirst().orElseThrow());
            }
            case "received" -> {
                RecvChan<Integer> c = go.twice(go.fails());
                IO.println(c.recv());
                try {
                    c.recv();
                } catch (ChannelFailedException e) {
                    IO.println(e.getCause());
                }
                try {
                    go.valueFails().recv();
                } catch (ChannelFailedException e) {
                    IO.println(e.getCause());
                }
                IO.println(go.value(20).recv());
                RecvChan<Object> nothing = go.nothing();
                IO.println(nothing.recvOk());
            }
            case "cancelled" -> {
                Thread.currentThread().interrupt();
                make().recv();
            }
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    @Goroutine
    static void sleeper() {
        sleep(ofSeconds(1000));
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

    @Goroutine
    static void busy() {
        for (;;) {
            Thread.onSpinWait();
        }
    }

    /** Woken by this goroutine, so that they come next on its carrier. */
    private static void makeBusy(int goroutines) {
        Chan<Boolean> begin = make(goroutines);
        for (int i = 0; i < goroutines; i++) {
            go(() -> {
                begin.recv();
                busy();
            });
        }
        while (dev.goloom.Goroutines.dump().split("\\[chan receive]", -1).length <= goroutines) {
            gosched();
        }
        for (int i = 0; i < goroutines; i++) {
            begin.send(true);
        }
    }

    @Goroutine
    static Object nothing() {
        return null;
    }

    @Goroutine
    static int value(int n) {
        return 2 * n;
    }

    @Goroutine
    static int valueFails() {
        throw new StackOverflowError("deep");
    }

    @Generator
    static void fails(SendChan<Integer> c) throws IOException {
        c.send(1);
        throw new IOException("from a generator");
    }

    @Generator
    static void twice(RecvChan<Integer> in, SendChan<Integer> c) {
        for (int v : in) {
            c.send(2 * v);
        }
    }
}
