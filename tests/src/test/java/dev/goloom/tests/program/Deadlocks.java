package dev.goloom.tests.program;

import static dev.goloom.Go.*;
import static dev.goloom.tests.program.DeadlocksGo.go;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import dev.goloom.Chan;
import dev.goloom.Context;
import dev.goloom.Generator;
import dev.goloom.Go;
import dev.goloom.Goroutine;
import dev.goloom.Goroutines;
import dev.goloom.RecvChan;
import dev.goloom.SendChan;
import dev.goloom.WaitGroup;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Programs that deadlock, and programs that only look like it; the argument says which. */
class Deadlocks {
    /** Whoever waits for its initializer cannot leave its carrier. */
    private static final class Pinned {
        static final int VALUE = Go.<Integer>make().recv();
    }

    @Goroutine
    static void main(String[] args) throws Exception {
        Chan<Integer> c = make();
        switch (args[0]) {
            case "pinned" -> c.send(Pinned.VALUE);
            case "all" -> {
                go.sender(make(2));
                go.selector(make(), make());
                go.waiter(new WaitGroup());
                go(() -> Chan.nil().recv());
                go(() -> select());
                c.recv();
            }
            case "abandoned" -> {
                for (int i = 0; i < 100; i++) {
                    go.count().recv();
                }
                c.recv();
            }
            case "pipelines" -> {
                for (int i = 0; i < 15; i++) {
                    abandonPipeline(c);
                    c.recv();
                }
                IO.println(true);
            }
            case "leaked" -> {
                for (int i = 0; i < 10; i++) {
                    go.sender(make(2));
                }
                c.recv();
            }
            case "forgotten-timer" -> {
                after(ofSeconds(1000));
                Context.background().withTimeout(ofSeconds(1000));
                c.recv();
            }
            case "cancelled-timer" -> {
                RecvChan<Instant> timer = after(ofSeconds(1000));
                go(() -> {
                    timer.recv();
                    c.send(1);
                });
                while (!Goroutines.dump().contains("on timer#")) {
                    gosched();
                }
                timer.cancel();
                c.recv();
                c.recv();
            }
            case "after" -> IO.println(after(ofMillis(500)).recvOk().ok());
            case "deadline" -> {
                Context context = Context.background().withTimeout(ofMillis(500)).withCancel();
                context.done().recv();
                IO.println(context.err() != null);
            }
            case "afterFunc" -> {
                Context.background().withTimeout(ofMillis(500)).afterFunc(() -> c.send(1));
                IO.println(c.recv() == 1);
            }
            case "delayedExecutor" -> {
                CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS).execute(() -> c.send(1));
                IO.println(c.recv() == 1);
            }
            case "foreign-virtual" -> {
                Thread.ofVirtual().start(() -> {
                    try {
                        Thread.sleep(500);
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                    c.send(1);
                });
                IO.println(c.recv() == 1);
            }
            case "foreign-virtual-timer" -> {
                Thread.ofVirtual().start(() -> {
                    select(recv(make()), recv(after(ofMillis(500))));
                    c.send(1);
                });
                IO.println(c.recv() == 1);
            }
            case "foreign-virtual-deadline" -> {
                Thread.ofVirtual().start(() -> {
                    Context.background().withTimeout(ofMillis(500)).withCancel().done().recv();
                    c.send(1);
                });
                IO.println(c.recv() == 1);
            }
            case "foreign-ring" -> {
                Chan<Integer> first = make(1);
                Chan<Integer> in = first;
                for (int i = 0; i < 30; i++) {
                    Chan<Integer> from = in;
                    Chan<Integer> to = make(1);
                    Thread.ofVirtual().start(() -> {
                        for (int v : from) {
                            to.send(v);
                        }
                    });
                    in = to;
                }
                Chan<Integer> last = in;
                Instant end = now().plusSeconds(5);
                Thread.ofVirtual().start(() -> {
                    first.send(1);
                    for (int v : last) {
                        (now().isBefore(end) ? first : c).send(v);
                    }
                });
                IO.println(c.recv() == 1);
            }
            case "foreign-executor" -> {
                Executors.newVirtualThreadPerTaskExecutor().execute(() -> {
                    sleep(ofMillis(500));
                    c.send(1);
                });
                IO.println(c.recv() == 1);
            }
            case "common-pool" -> {
                CompletableFuture.runAsync(() -> {
                    sleep(ofMillis(500));
                    c.send(1);
                });
                IO.println(c.recv() == 1);
            }
            case "process" -> {
                Path java = Path.of(System.getProperty("java.home"), "bin", "java");
                new ProcessBuilder(java.toString(), "--version").start().onExit().thenRunAsync(() -> c.send(1));
                IO.println(c.recv() == 1);
            }
            case "idle-pool" -> {
                CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(1, TimeUnit.MILLISECONDS)).join();
                c.recv();
            }
            case "foreign-blocked" -> {
                Thread.ofVirtual().start(c::recv);
                Thread.ofPlatform().start(c::recv);
                make().recv();
            }
            case "sleeper" -> {
                go(() -> {
                    sleep(ofMillis(500));
                    c.send(1);
                });
                IO.println(c.recv() == 1);
            }
            case "http" -> http();
            case "interrupt" -> {
                try (Context context = Context.onInterrupt()) {
                    IO.println("ready");
                    context.done().recv();
                    IO.println("cleaned up");
                }
            }
            case "trace" -> {
                go.sender(make());
                c.recv();
            }
            case "counts" -> {
                for (int i = 0; i < 10; i++) {
                    go.sender(make(2));
                }
                while (Goroutines.count() > 1) {
                    System.gc();
                }
                IO.println(Goroutines.dump().contains("sender#"));
            }
            case "tracked" -> {
                go.sender(make());
                IO.println(System.getProperty("jdk.trackAllThreads"));
            }
            case "threads" -> {
                go.sender(make());
                go.selector(make(), make());
                go.waiter(new WaitGroup());
                while (!Goroutines.dump().contains("[chan send]")
                        || !Goroutines.dump().contains("[select]")
                        || !Goroutines.dump().contains("[wait group]")) {
                    gosched();
                }
                IO.println("ready");
                IO.readln();
            }
            case "dump" -> {
                go.sender(make());
                go(() -> sleep(ofSeconds(1000)));
                while (!Goroutines.dump().contains("[chan send]") || !Goroutines.dump().contains("[sleep]")) {
                    gosched();
                }
                IO.println(Goroutines.dump());
            }
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    @Goroutine
    static void sender(SendChan<Integer> c) {
        c.send(1);
        c.send(2);
        c.send(3);
    }

    @Goroutine
    static void selector(Chan<Integer> a, Chan<Integer> b) {
        select(recv(a), send(b, 1));
    }

    @Goroutine
    static void waiter(WaitGroup group) {
        group.add(1);
        group.await();
    }

    @Generator
    static void count(SendChan<Integer> c) {
        for (int i = 0; ; i++) {
            c.send(i);
        }
    }

    @Generator
    static void announced(Chan<Integer> end, SendChan<Integer> c) {
        try {
            count(c);
        } finally {
            end.send(1);
        }
    }

    @Generator
    static void same(RecvChan<Integer> in, SendChan<Integer> c) {
        for (int each : in) {
            c.send(each);
        }
    }

    /** Its stages unwind one after the other, a collection each, and then the first tells so. */
    private static void abandonPipeline(Chan<Integer> end) {
        go.same(go.same(go.same(go.announced(end)))).recv();
    }

    /** A request that is answered late, by a thread that is not a goroutine. */
    private static void http() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofPlatform().daemon().start(() -> {
                try (Socket socket = server.accept()) {
                    sleep(ofMillis(500));
                    socket.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi".getBytes());
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            });
            Chan<String> answer = make();
            HttpClient client = HttpClient.newHttpClient();
            URI uri = URI.create("http://" + server.getInetAddress().getHostAddress() + ":" + server.getLocalPort());
            client.sendAsync(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                    .thenAccept(response -> answer.send(response.body()));
            IO.println(answer.recv().equals("hi"));
        }
    }
}
