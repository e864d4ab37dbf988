package dev.goloom.tests.program;

import static dev.goloom.Go.*;
import static dev.goloom.tests.program.BlockingCallsTestGo.go;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import dev.goloom.ChannelFailedException;
import dev.goloom.Generator;
import dev.goloom.Goroutine;
import dev.goloom.RecvChan;
import dev.goloom.SendChan;
import dev.goloom.WaitGroup;
import dev.goloom.tests.support.States;
import dev.goloom.tests.support.Task;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls that block in the JDK block the goroutine alone, and channels lead from there to any thread and back. */
class BlockingCallsTest {
    private static final int REQUESTS = 200;

    /** Accepts connections until the socket is closed. */
    @Generator
    static void accept(ServerSocket server, SendChan<Socket> connections) throws IOException {
        for (;;) {
            connections.send(server.accept());
        }
    }

    @Goroutine
    static void serve(RecvChan<Socket> connections) throws IOException {
        for (Socket connection : connections) {
            go.answer(connection);
        }
    }

    /** Answers one request with its path, as often as requests come over the connection. */
    @Goroutine
    static void answer(Socket connection) throws IOException {
        try (connection) {
            BufferedReader in = new BufferedReader(new java.io.InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
            for (String request = in.readLine(); request != null; request = in.readLine()) {
                while (!in.readLine().isEmpty()) {
                    // Headers.
                }
                String body = request.split(" ")[1];
                String answer = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
                connection.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            }
        } catch (SocketException e) {
            // The client has closed the connection.
        }
    }

    @Goroutine
    static String get(HttpClient client, URI uri) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
    }

    @Test
    void serverSocketAndHttpClient() throws IOException {
        ServerSocket server = new ServerSocket(0, REQUESTS, InetAddress.getLoopbackAddress());
        RecvChan<Socket> connections = go.accept(server);
        Chan<String> answers = make();
        try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            go(() -> {
                try {
                    serve(connections);
                } catch (ChannelFailedException e) {
                    answers.close(e.getCause());
                }
            });
            for (int i = 0; i < REQUESTS; i++) {
                go.get(client, URI.create("http://" + server.getInetAddress().getHostAddress() + ":" + server.getLocalPort() + "/" + i), answers);
            }
            // This thread is a platform thread.
            assertFalse(Thread.currentThread().isVirtual());
            TreeSet<Integer> numbers = new TreeSet<>();
            for (int i = 0; i < REQUESTS; i++) {
                numbers.add(Integer.valueOf(answers.recv().substring(1)));
            }
            assertEquals(REQUESTS, numbers.size());
            assertEquals(REQUESTS - 1, numbers.last());
            server.close();
            assertInstanceOf(SocketException.class, assertThrows(ChannelFailedException.class, answers::recv).getCause());
        }
    }

    @Test
    void locksAndMonitors() {
        ReentrantLock lock = new ReentrantLock();
        Object monitor = new Object();
        int[] counters = new int[2];
        WaitGroup group = new WaitGroup();
        for (int i = 0; i < 1000; i++) {
            group.go(() -> {
                lock.lock();
                try {
                    counters[0]++;
                    gosched();
                } finally {
                    lock.unlock();
                }
                synchronized (monitor) {
                    counters[1]++;
                    gosched();
                }
            });
        }
        group.await();
        assertArrayEquals(new int[] {1000, 1000}, counters);
    }

    /** A goroutine that holds a monitor may block on a channel; its carrier is not lost. */
    @Test
    void channelsUnderAMonitor() {
        int goroutines = 4 * Runtime.getRuntime().availableProcessors();
        Chan<Integer> in = make();
        Chan<Integer> out = make();
        for (int i = 0; i < goroutines; i++) {
            go(() -> {
                synchronized (new Object()) {
                    out.send(in.recv());
                }
            });
        }
        for (int i = 0; i < goroutines; i++) {
            in.send(i);
            assertEquals(i, out.recv());
        }
    }

    @Generator
    static void lines(Path file, SendChan<String> c) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(file)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                c.send(line);
            }
        }
    }

    @Test
    void files(@TempDir Path folder) throws IOException {
        List<String> written = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            written.add("line " + i);
        }
        Path file = Files.write(folder.resolve("lines"), written);
        List<String> read = new ArrayList<>();
        go.lines(file).forEach(read::add);
        assertEquals(written, read);
        RecvChan<String> missing = go.lines(folder.resolve("missing"));
        assertInstanceOf(java.nio.file.NoSuchFileException.class, assertThrows(ChannelFailedException.class, missing::recv).getCause());
    }

    @Test
    void betweenPlatformThreads() {
        for (int capacity : new int[] {0, 1, 10}) {
            Chan<Integer> c = make(capacity);
            Chan<Integer> sums = make();
            Task sender = Task.startPlatform(() -> {
                for (int i = 1; i <= 1000; i++) {
                    c.send(i);
                }
                c.close();
            });
            Task receiver = Task.startPlatform(() -> {
                int sum = 0;
                for (int n : c) {
                    sum += n;
                }
                sums.send(sum);
            });
            assertEquals(500_500, sums.recv());
            sender.join();
            receiver.join();
        }
    }

    @Test
    void interruptOfABlockedPlatformThread() {
        Chan<Integer> c = make();
        Task task = Task.startPlatform(c::recv);
        States.awaitBlocked(task.thread());
        task.interrupt();
        assertInstanceOf(java.util.concurrent.CancellationException.class, task.thrown());
        assertFalse(c.trySend(1), "nobody is waiting any more");
    }
}
