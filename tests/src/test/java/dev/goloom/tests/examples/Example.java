package dev.goloom.tests.examples;

import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Go;
import dev.goloom.Synctest;
import dev.goloom.tests.support.Java;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** An example of the gallery, by the name of its class: as a process, and in a Synctest. */
record Example(String name) {
    /** How many schedules are explored. */
    private static final int SCHEDULES = 300;

    private static final Path EXPECTED = Path.of("src/test/resources/examples");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    /** What the JVM ends with after SIGTERM. */
    private static final int TERMINATED = 128 + 15;

    // ---- as a process

    Process start(String... arguments) {
        return Java.start(List.of(), generatedMain(), arguments);
    }

    Java.Result result() {
        return Java.run(List.of(), generatedMain());
    }

    /** Runs it through its generated main; returns the lines that it has printed. */
    List<String> run() {
        Java.Result result = result();
        assertEquals("", result.err());
        assertEquals(0, result.status());
        return result.out().lines().toList();
    }

    /** The first lines of a program that does not end by itself; then it is told to end, and does so without a word. */
    List<String> firstLines(int count) throws IOException {
        Process process = start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader out = process.inputReader()) {
            for (int i = 0; i < count; i++) {
                lines.add(out.readLine());
            }
            assertEndsWhenTold(process);
        } finally {
            process.destroyForcibly();
        }
        return lines;
    }

    static void assertEndsWhenTold(Process process) {
        assertTrue(process.isAlive());
        // Not the process's own destroy, which closes what is still to be read.
        process.toHandle().destroy();
        Java.Result result = Java.finish(process);
        assertEquals("", result.err());
        assertEquals(TERMINATED, result.status());
    }

    private String generatedMain() {
        return "dev.goloom.examples." + name + "Go";
    }

    // ---- in a Synctest

    /** The body of its main goroutine. */
    Go.Body main() {
        return () -> call("main");
    }

    /** Calls a static method of the class. */
    Object call(String method, Object... arguments) throws Throwable {
        Method found = Arrays.stream(Class.forName("dev.goloom.examples." + name).getDeclaredMethods())
                .filter(each -> each.getName().equals(method) && each.getParameterCount() == arguments.length)
                .findFirst()
                .orElseThrow();
        found.setAccessible(true);
        try {
            return found.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** The body of a main goroutine that runs the program, which does not end by itself, for a while. */
    Go.Body runningFor(Duration duration) {
        return () -> {
            Go.go(main());
            Go.sleep(duration);
        };
    }

    /** Under the one schedule of {@link Synctest#program} it prints what its file says, to the letter. */
    void assertPrintsExpected() {
        assertPrintsExpected(main());
    }

    void assertPrintsExpected(Go.Body program) {
        List<String> printed = new ArrayList<>();
        Synctest.program(() -> printed.addAll(Line.texts(Output.of(program))));
        Path file = EXPECTED.resolve(name + ".txt");
        try {
            if (UPDATE) {
                Files.createDirectories(EXPECTED);
                Files.write(file, printed);
            }
            assertEquals(Files.readString(file).lines().toList(), printed,
                    "to accept what is printed now: mvn verify -Dtest=" + name + "Test -Dgolden.update=true");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Under each of some hundreds of schedules, what it prints satisfies {@code invariants}. */
    void explore(Consumer<List<Line>> invariants) {
        explore(main(), invariants);
    }

    void explore(Go.Body program, Consumer<List<Line>> invariants) {
        Synctest.explore(SCHEDULES, () -> invariants.accept(Output.of(program)));
    }
}
