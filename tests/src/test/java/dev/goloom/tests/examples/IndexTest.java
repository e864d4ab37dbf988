package dev.goloom.tests.examples;

import static org.junit.jupiter.api.Assertions.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The index names every example, with its idea, its Go source and what to look at; and each has a test of its name. */
class IndexTest {
    private static final Path EXAMPLES = Path.of(System.getProperty("goloom.examples", "../examples"));
    private static final Path TESTS = Path.of("src/test/java/dev/goloom/tests/examples");

    private static List<String> classes() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES.resolve("src/main/java/dev/goloom/examples"))) {
            return files.map(file -> file.getFileName().toString().replace(".java", "")).sorted().toList();
        }
    }

    @Test
    void everyExampleIsInTheIndex() throws IOException {
        List<String[]> rows = Files.readAllLines(EXAMPLES.resolve("README.md")).stream()
                .filter(line -> line.matches("\\| [a-z0-9]+ \\|.*") && !line.startsWith("| name "))
                .map(line -> line.split("\\s*\\|\\s*"))
                .toList();
        assertEquals(classes().stream().map(name -> name.toLowerCase(Locale.ROOT)).sorted().toList(),
                rows.stream().map(row -> row[1]).sorted().toList());
        for (String[] row : rows) {
            assertEquals(5, row.length, row[1]);
            assertTrue(Stream.of(row).skip(1).noneMatch(String::isBlank), row[1]);
        }
    }

    @Test
    void everyExampleHasATest() throws IOException {
        for (String name : classes()) {
            assertTrue(Files.exists(TESTS.resolve(name + "Test.java")), name);
        }
    }
}
