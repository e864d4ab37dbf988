package dev.goloom.tests.examples;

import static org.junit.jupiter.api.Assertions.*;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Strangers talk to each other over real sockets, and who finds nobody talks to a bot. */
class ChatTest {
    private static final Example EXAMPLE = new Example("Chat");

    /** A server that says nothing for so long is a failure, not a wait without end. */
    private static final int PATIENCE_MILLIS = 30_000;

    private Process server;
    private int port;

    private final class Client implements AutoCloseable {
        private final Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        private final BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
        private final PrintStream out = new PrintStream(socket.getOutputStream(), true);

        Client() throws IOException {
            socket.setSoTimeout(PATIENCE_MILLIS);
            assertEquals("Waiting for a partner...", in.readLine());
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @BeforeEach
    void start() throws IOException {
        listen();
    }

    private void listen(String... arguments) throws IOException {
        server = EXAMPLE.start(arguments);
        String line = server.inputReader().readLine();
        assertTrue(line.matches("listening on localhost:\\d+"), line);
        port = Integer.parseInt(line.substring(line.indexOf(':') + 1));
    }

    @AfterEach
    void kill() {
        server.destroyForcibly();
    }

    @Test
    void strangersTalkUntilOneLeaves() throws IOException {
        try (Client joe = new Client()) {
            try (Client ann = new Client()) {
                assertPaired(joe, ann);
                joe.out.println("hi, I'm Joe");
                assertEquals("hi, I'm Joe", ann.in.readLine());
                ann.out.println("bye, Joe");
                assertEquals("bye, Joe", joe.in.readLine());
            }
            assertNull(joe.in.readLine());
        }
        Example.assertEndsWhenTold(server);
    }

    @Test
    void pairsDoNotHearEachOther() throws IOException {
        try (Client joe = new Client(); Client ann = new Client()) {
            assertPaired(joe, ann);
            pairsDoNotHearEachOther(joe, ann);
        }
        Example.assertEndsWhenTold(server);
    }

    private void pairsDoNotHearEachOther(Client joe, Client ann) throws IOException {
        try (Client bob = new Client(); Client eve = new Client()) {
            assertPaired(bob, eve);
            joe.out.println("from Joe");
            bob.out.println("from Bob");
            assertEquals("from Joe", ann.in.readLine());
            assertEquals("from Bob", eve.in.readLine());
        }
    }

    private static void assertPaired(Client one, Client other) throws IOException {
        assertEquals("Found one! Say hi.", one.in.readLine());
        assertEquals("Found one! Say hi.", other.in.readLine());
    }

    @Test
    void theBotTalksInWordsThatItHasHeard() throws IOException {
        try (Client joe = new Client()) {
            assertEquals("Found one! Say hi.", joe.in.readLine());
            joe.out.println("how do you do");
            String line;
            do {
                line = joe.in.readLine();
            } while (line.isEmpty());
            assertEquals("how do you do", line);
            Example.assertEndsWhenTold(server);
        }
    }

    @Test
    void itEndsWhileSomebodyWaitsAndOthersTalk() throws IOException {
        try (Client joe = new Client(); Client ann = new Client()) {
            assertPaired(joe, ann);
            try (Client bob = new Client()) {
                Example.assertEndsWhenTold(server);
                assertNull(joe.in.readLine());
                // If that took long, the bot has begun to talk.
                String line = bob.in.readLine();
                assertTrue(line == null || line.equals("Found one! Say hi."), line);
            }
        }
    }

    @Test
    void thePortCanBeChosen() throws IOException {
        int before = port;
        Example.assertEndsWhenTold(server);
        listen(String.valueOf(before));
        assertEquals(before, port);
        Example.assertEndsWhenTold(server);
    }
}
