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

/** The examples, which are what people write, compile in both compilers, with the same companions. */
class ExamplesTest {
    private static final Path SOURCES = Path.of(System.getProperty("goloom.examples"), "src/main/java");

    /** Without the examples themselves: ecj replaces no class that it can see. */
    private static final List<String> CLASS_PATH = List.of("-cp", System.getProperty("goloom.runtime.jar"));

    @Test
    void inBothCompilers(@TempDir Path temp) throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                if (!file.endsWith("module-info.java")) {
                    sources.put(SOURCES.relativize(file).toString(), Files.readString(file));
                }
            }
        }
        Compilation javac = Compilation.of(Compiler.JAVAC, temp.resolve("javac"), sources, CLASS_PATH);
        Compilation ecj = Compilation.of(Compiler.ECJ, temp.resolve("ecj"), sources, CLASS_PATH);
        assertEquals(List.of(), javac.errors());
        assertEquals(List.of(), ecj.errors().stream().map(error -> error.getSource().getName() + " " + error.getMessage(null)).toList());
        assertFalse(javac.generated().isEmpty());
        assertEquals(javac.generated(), ecj.generated());
    }
}
