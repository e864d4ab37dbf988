package dev.goloom.examples;

import static dev.goloom.Go.*;
import static dev.goloom.examples.ChatGo.go;
import static java.time.Duration.ofSeconds;

import dev.goloom.Chan;
import dev.goloom.Context;
import dev.goloom.Generator;
import dev.goloom.Goroutine;
import dev.goloom.RecvChan;
import dev.goloom.SendChan;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A chat roulette over TCP: strangers are paired, and who waits too long talks to a bot. Talk "Go: code that grows with grace". */
class Chat {
    static final Chan<Conn> PARTNER = make();
    static final Chain CHAIN = new Chain();

    record Conn(BufferedReader in, PrintStream out, Closeable line) {
        static Conn of(Socket s) throws IOException {
            return new Conn(new BufferedReader(new InputStreamReader(s.getInputStream())), new PrintStream(s.getOutputStream(), true), s);
        }
    }

    @Goroutine
    static void main(String[] args) throws IOException {
        int port = args.length == 0 ? 0 : Integer.parseInt(args[0]);
        ServerSocket l = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        IO.println("listening on localhost:" + l.getLocalPort());
        RecvChan<Socket> accepted = go.accept(l);
        Context ctx = Context.onInterrupt();
        for (;;) {
            var c = recv(accepted);
            switch (select(c, recv(ctx.done()))) {
                case 0 -> go.match(Conn.of(c.value()));
                case 1 -> {
                    return;
                }
            }
        }
    }

    @Generator
    static void accept(ServerSocket l, SendChan<Socket> c) throws IOException {
        for (;;) {
            c.send(l.accept());
        }
    }

    @Goroutine
    static void match(Conn c) throws IOException {
        c.out().println("Waiting for a partner...");
        var p = recv(PARTNER);
        switch (select(send(PARTNER, c), p, recv(after(ofSeconds(5))))) {
            case 0 -> {} // now handled by the other goroutine
            case 1 -> chat(p.value(), c);
            case 2 -> chat(bot(), c);
        }
    }

    static void chat(Conn a, Conn b) throws IOException {
        a.out().println("Found one! Say hi.");
        b.out().println("Found one! Say hi.");
        Chan<Optional<IOException>> errc = make(1);
        go.cp(a, b, errc);
        go.cp(b, a, errc);
        errc.recv().ifPresent(System.err::println);
        a.line().close();
        b.line().close();
    }

    @Goroutine
    static Optional<IOException> cp(Conn from, Conn to) {
        try {
            for (String line; (line = from.in().readLine()) != null; ) {
                CHAIN.write(line);
                to.out().println(line);
            }
            return Optional.empty();
        } catch (IOException err) {
            return Optional.of(err);
        }
    }

    /** A partner that answers each line with a generated one. */
    static Conn bot() {
        Chan<String> speech = make();
        BufferedReader in = new BufferedReader(Reader.nullReader()) {
            @Override
            public String readLine() {
                return speech.recv();
            }
        };
        PrintStream out = new PrintStream(OutputStream.nullOutputStream()) {
            @Override
            public void println(String line) {
                go.speak(speech);
            }
        };
        return new Conn(in, out, speech::cancel);
    }

    @Goroutine
    static void speak(SendChan<String> speech) {
        sleep(ofSeconds(1));
        speech.send(CHAIN.generate(10));
    }

    /** A Markov chain: the words that have followed each pair of words. */
    static class Chain {
        final Map<List<String>, List<String>> suffixes = new HashMap<>();

        synchronized void write(String text) {
            List<String> prefix = List.of("", "");
            for (String word : text.split(" ")) {
                suffixes.computeIfAbsent(prefix, p -> new ArrayList<>()).add(word);
                prefix = List.of(prefix.getLast(), word);
            }
        }

        /** At most {@code n} words. */
        synchronized String generate(int n) {
            List<String> words = new ArrayList<>();
            List<String> prefix = List.of("", "");
            while (words.size() < n && suffixes.containsKey(prefix)) {
                List<String> choices = suffixes.get(prefix);
                words.add(choices.get(rand(choices.size())));
                prefix = List.of(prefix.getLast(), words.getLast());
            }
            return String.join(" ", words);
        }
    }
}
