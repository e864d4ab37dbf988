package dev.goloom.tests.processor;

import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.tests.processor.Compilation.Compiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The examples, which are what people write, compile in both compilers, with the same companions. They do so in another
 * package: ecj replaces no class that is on the class path already.
 */
class ExamplesTest {
    private static final Path SOURCES = Path.of(System.getProperty("goloom.examples"), "src/main/java");

    @Test
    void inBothCompilers(@TempDir Path temp) throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                if (!file.endsWith("module-info.java")) {
                    sources.put(SOURCES.relativize(file).toString(), Files.readString(file).replace("dev.goloom.examples", "copied"));
                }
            }
        }
        Compilation javac = Compilation.of(Compiler.JAVAC, temp.resolve("javac"), sources, List.of());
        Compilation ecj = Compilation.of(Compiler.ECJ, temp.resolve("ecj"), sources, List.of());
        assertEquals(List.of(), javac.errors());
        assertEquals(List.of(), ecj.errors().stream().map(error -> error.getSource().getName() + " " + error.getMessage(null)).toList());
        assertFalse(javac.generated().isEmpty());
        assertEquals(javac.generated(), ecj.generated());
    }
}
