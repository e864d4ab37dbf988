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
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;

/** The ways in which a program ends; the argument says which. */
class Ends {
    @Goroutine
    static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "returns" -> {
                go.sleeper();
                IO.println("done");
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
            case "hook waits" -> {
                // All processors are busy but main's, until the hook runs: what main starts last does not begin before.
                Chan<String> late = make();
                AtomicBoolean hooked = new AtomicBoolean();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    hooked.set(true);
                    IO.println(late.recv());
                }));
                WaitGroup busy = new WaitGroup();
                for (int i = 0; i < Runtime.getRuntime().availableProcessors() - 1; i++) {
                    busy.add(1);
                    go(() -> {
                        busy.done();
                        while (!hooked.get()) {
                            Thread.onSpinWait();
                        }
                    });
                }
                busy.await();
                go(() -> late.send("late"));
            }
            case "no memory for a while" -> {
                // The watch has looked before, for which classes are loaded.
                computeFor(300_000_000);
                fill();
                computeFor(500_000_000);
                filled = null;
                make().recv();
            }
            case "exits" -> System.exit(7);
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
            case "cancelled generators" -> {
                try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                    RecvChan<Socket> connections = go.accept(server);
                    new Socket(server.getInetAddress(), server.getLocalPort()).close();
                    connections.recv().close();
                    connections.cancel();
                    RecvChan<Integer> wrapped = go.wraps();
                    wrapped.recv();
                    wrapped.cancel();
                    while (dev.goloom.Goroutines.count() > 1) {
                        gosched();
                    }
                }
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

    private static void computeFor(long nanos) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < nanos) {
            Thread.onSpinWait();
        }
    }

    private static Object[] filled;

    /** Takes all memory that there is, beginning with more than that. */
    private static void fill() {
        int size = 1 << 30;
        while (size > 0) {
            try {
                for (;;) {
                    Object[] more = new Object[1 + size];
                    more[0] = filled;
                    filled = more;
                }
            } catch (OutOfMemoryError e) {
                size /= 4;
            }
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
    static void accept(ServerSocket server, SendChan<Socket> c) throws IOException {
        for (;;) {
            c.send(server.accept());
        }
    }

    @Generator
    static void wraps(SendChan<Integer> c) {
        c.send(1);
        try {
            Thread.sleep(1_000_000);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
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
