package dev.goloom.tests.examples;

import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.tests.support.Java;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Every example, run through its generated main, shows what its index says. */
@Execution(ExecutionMode.CONCURRENT)
class ExamplesTest {
    private static final Path EXAMPLES = Path.of(System.getProperty("goloom.examples", "../examples"));

    private static String main(String example) {
        return "dev.goloom.examples." + example + "Go";
    }

    private static List<String> run(String example) {
        Java.Result result = Java.run(List.of(), main(example));
        assertEquals("", result.err());
        assertEquals(0, result.status());
        return result.out().lines().toList();
    }

    private static List<String> firstLines(String example, int count) throws IOException {
        Process process = Java.start(List.of(), main(example));
        try (BufferedReader out = process.inputReader()) {
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                lines.add(out.readLine());
            }
            assertTrue(process.isAlive());
            return lines;
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void boring() throws IOException {
        assertEquals(List.of("boring! 0", "boring! 1", "boring! 2"), firstLines("Boring", 3));
    }

    @Test
    void mainBoring() throws IOException {
        assertEquals(List.of("boring! 0", "boring! 1", "boring! 2"), firstLines("MainBoring", 3));
    }

    @Test
    void goBoring() {
        assertEquals(List.of(), run("GoBoring"));
    }

    @Test
    void waitGoBoring() {
        List<String> lines = new ArrayList<>(run("WaitGoBoring"));
        int listening = lines.indexOf("I'm listening.");
        assertTrue(listening == 0 || listening == 1, lines.toString());
        lines.remove(listening);
        int leaving = lines.indexOf("You're boring; I'm leaving.");
        assertTrue(leaving > 0, lines.toString());
        for (int i = 0; i < leaving; i++) {
            assertEquals("boring! " + i, lines.get(i));
        }
    }

    private static final List<String> FIVE = List.of(
            "You say: \"boring! 0\"",
            "You say: \"boring! 1\"",
            "You say: \"boring! 2\"",
            "You say: \"boring! 3\"",
            "You say: \"boring! 4\"",
            "You're boring; I'm leaving.");

    @Test
    void chanGoBoring() {
        assertEquals(FIVE, run("ChanGoBoring"));
    }

    @Test
    void generatorBoring() {
        assertEquals(FIVE, run("GeneratorBoring"));
    }

    @Test
    void generator2Boring() {
        assertEquals(List.of("Joe 0", "Ann 0", "Joe 1", "Ann 1", "Joe 2", "Ann 2", "Joe 3", "Ann 3", "Joe 4", "Ann 4",
                "You're both boring; I'm leaving."), run("Generator2Boring"));
    }

    @Test
    void fainBoring() {
        List<String> lines = run("FainBoring");
        assertEquals(11, lines.size());
        assertEquals("You're both boring; I'm leaving.", lines.getLast());
        for (String name : List.of("Joe", "Ann")) {
            List<String> said = lines.stream().filter(line -> line.startsWith(name + " ")).toList();
            for (int i = 0; i < said.size(); i++) {
                assertEquals(name + " " + i, said.get(i));
            }
        }
    }

    @Test
    void restoreSequencing() {
        List<String> lines = run("RestoreSequencing");
        assertEquals(11, lines.size());
        for (int i = 0; i < 5; i++) {
            assertEquals(List.of("Ann " + i, "Joe " + i), lines.subList(2 * i, 2 * i + 2).stream().sorted().toList());
        }
        assertEquals("You're both boring; I'm leaving.", lines.getLast());
    }

    @Test
    void bufferedBoring() {
        List<String> lines = run("BufferedBoring");
        assertEquals(List.of("sent boring! 0", "sent boring! 1", "sent boring! 2",
                "The buffer holds 3 of 3; nothing was received yet."), lines.subList(0, 4));
        assertEquals(List.of("received boring! 0", "received boring! 1", "received boring! 2", "received boring! 3",
                "received boring! 4", "received boring! 5"), lines.stream().filter(line -> line.startsWith("received")).toList());
        assertEquals("You're boring; I'm leaving.", lines.getLast());
    }

    @Test
    void channels() {
        assertEquals("""
                unbuffered: len 0, cap 0
                buffered: len 0, cap 2
                recv: 1
                send: len 2
                trySend on a full channel: false
                recvOk: a, true
                tryRecv: b
                tryRecv on an empty channel: nothing
                select with a default: case 1
                range: c
                range: d
                recv on a closed channel: null
                recvOk on a closed channel: false
                nil: case 1
                """.lines().toList(), run("Channels"));
    }

    @Test
    void goroutines() {
        List<String> lines = run("Goroutines");
        assertEquals("100000 goroutines", lines.get(0));
        int threads = Integer.parseInt(lines.get(1).replaceAll("\\D", ""));
        assertTrue(threads >= 1 && threads <= 64 + Runtime.getRuntime().availableProcessors(), lines.get(1));
        assertEquals("a stack of 5000 calls in one of them", lines.get(2));
    }

    @Test
    void theIndexNamesEveryExample() throws IOException {
        List<String> indexed = Files.readAllLines(EXAMPLES.resolve("README.md")).stream()
                .filter(line -> line.matches("\\| [a-z0-9]+ \\|.*") && !line.startsWith("| name "))
                .map(line -> line.split("\\s*\\|\\s*")[1])
                .sorted()
                .toList();
        try (Stream<Path> files = Files.list(EXAMPLES.resolve("src/main/java/dev/goloom/examples"))) {
            assertEquals(indexed, files.map(file -> file.getFileName().toString().replace(".java", "").toLowerCase(Locale.ROOT)).sorted().toList());
        }
        assertEquals(indexed.size(), Arrays.stream(getClass().getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class)).count() - 1, "a test for each");
    }
}
