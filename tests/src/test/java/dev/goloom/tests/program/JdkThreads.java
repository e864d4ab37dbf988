package dev.goloom.tests.program;

import static dev.goloom.Go.*;
import static dev.goloom.tests.program.JdkThreadsGo.go;
import static java.time.Duration.ofMillis;

import dev.goloom.Chan;
import dev.goloom.Generator;
import dev.goloom.Goroutine;
import dev.goloom.SendChan;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Programs whose main waits for a thread of the JDK's own, and then, told to by a second argument, for nobody; the first says
 * for which.
 */
class JdkThreads {
    private static final Cleaner CLEANER = Cleaner.create();

    @Goroutine
    static void main(String[] args) throws Exception {
        Chan<Integer> c = make();
        switch (args[0]) {
            case "asynchronous file" -> readFile(c);
            case "asynchronous socket" -> accept(c);
            case "cleaner" -> CLEANER.register(new Object(), () -> sendLate(c));
            case "cleaner of many" -> {
                for (int i = 0; i < 100_000; i++) {
                    CLEANER.register(new Object(), () -> {});
                }
                CLEANER.register(new Object(), () -> c.send(1));
            }
            case "finalizer" -> new Finalized(c);
            case "consumer" -> {
                go.abandoned(c).recv();
                IO.println("ready");
            }
            case "process" -> new ProcessBuilder("sleep", "0.5").start().onExit().thenRun(() -> c.send(1));
            case "socket" -> go.answer(c);
            case "other process" -> other().onExit().thenRun(() -> c.send(1));
            default -> throw new IllegalArgumentException(args[0]);
        }
        IO.println(c.recv() == 1);
        if (args.length > 1) {
            c.recv();
        }
    }

    private static void sendLate(Chan<Integer> c) {
        sleep(ofMillis(500));
        c.send(1);
    }

    /** Sends 1, whatever the result. */
    private static final class Sender<R> implements CompletionHandler<R, Chan<Integer>> {
        @Override
        public void completed(R result, Chan<Integer> c) {
            sendLate(c);
        }

        @Override
        public void failed(Throwable thrown, Chan<Integer> c) {
            throw new AssertionError(thrown);
        }
    }

    /** A process that is not a child of this one, for a second. */
    private static ProcessHandle other() throws IOException {
        Process parent = new ProcessBuilder("sh", "-c", "sleep 1 > /dev/null & echo $!").start();
        return ProcessHandle.of(Long.parseLong(parent.inputReader().readLine())).orElseThrow();
    }

    private static void readFile(Chan<Integer> c) throws IOException {
        Path file = Files.createTempFile("goloom", "test");
        file.toFile().deleteOnExit();
        AsynchronousFileChannel.open(file).read(ByteBuffer.allocate(1), 0, c, new Sender<>());
    }

    private static void accept(Chan<Integer> c) throws IOException {
        AsynchronousServerSocketChannel server = AsynchronousServerSocketChannel.open()
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        server.accept(c, new Sender<AsynchronousSocketChannel>());
        IO.println(((InetSocketAddress) server.getLocalAddress()).getPort());
    }

    /** Sends when it is collected. */
    private static final class Finalized {
        private final Chan<Integer> c;

        Finalized(Chan<Integer> c) {
            this.c = c;
        }

        @Override
        @SuppressWarnings({"deprecation", "removal"})
        protected void finalize() {
            sendLate(c);
        }
    }

    @Generator
    static void abandoned(Chan<Integer> c, SendChan<Integer> out) {
        try {
            out.send(0);
            out.send(0);
        } finally {
            c.send(1);
        }
    }

    /** A goroutine that waits for a socket of another. */
    @Goroutine
    static void answer(Chan<Integer> c) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            go(() -> {
                try (Socket socket = server.accept()) {
                    sleep(ofMillis(100));
                    socket.getOutputStream().write(1);
                }
            });
            try (Socket socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
                c.send(socket.getInputStream().read());
            }
        }
    }
}
