package dev.goloom.tests.processor;

import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.tests.processor.Compilation.Compiler;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is generated is what the folders of {@code golden} say, to the letter and from both compilers; it compiles without
 * a warning, and it runs: each folder has a class {@code Check} whose {@code ok()} uses the launchers.
 *
 * <p>{@code mvn verify -Dtest=GoldenTest -Dgolden.update=true} writes what is generated now into the folders.
 */
class GoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    static Stream<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(GOLDEN)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void javac(String name, @TempDir Path temp) throws Exception {
        Compilation compilation = Compilation.of(Compiler.JAVAC, temp, sources(name), List.of(lint(name), "-Werror"));
        assertEquals(List.of(), compilation.diagnostics());
        if (UPDATE) {
            update(name, compilation.generated());
        }
        assertEquals(expected(name), compilation.generated(),
                "to accept what is generated now: mvn verify -Dtest=GoldenTest -Dgolden.update=true");
        assertRuns(compilation);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void ecj(String name, @TempDir Path temp) throws Exception {
        Compilation compilation = Compilation.of(Compiler.ECJ, temp, sources(name), List.of());
        assertEquals(List.of(), compilation.errors());
        assertEquals(expected(name), compilation.generated());
        assertRuns(compilation);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void documentationHasNoWarning(String name, @TempDir Path temp) throws IOException {
        Compilation compilation = Compilation.of(Compiler.JAVAC, temp, sources(name), List.of());
        StringWriter messages = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of("-quiet", "-private", "-Xdoclint:all", "-Werror", "-d", temp.resolve("doc").toString(),
                "-cp", compilation.classes() + File.pathSeparator + System.getProperty("java.class.path")));
        try (Stream<Path> generated = Files.walk(temp.resolve("generated"))) {
            generated.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
        }
        int status = ToolProvider.findFirst("javadoc").orElseThrow()
                .run(new PrintWriter(messages), new PrintWriter(messages), arguments.toArray(String[]::new));
        assertEquals("", messages.toString());
        assertEquals(0, status);
    }

    /** javac remarks that nobody processes the annotation of a type variable, which is the user's. */
    private static String lint(String name) {
        return name.equals("annotated") ? "-Xlint:all,-processing" : "-Xlint:all";
    }

    private static void assertRuns(Compilation compilation) throws Exception {
        URL[] path = {compilation.classes().toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(path, GoldenTest.class.getClassLoader())) {
            Class<?> check;
            try {
                check = loader.loadClass("ex.Check");
            } catch (ClassNotFoundException e) {
                check = loader.loadClass("Check");
            }
            var ok = check.getDeclaredMethod("ok");
            ok.setAccessible(true);
            assertEquals("ok", ok.invoke(null));
        }
    }

    private static Map<String, String> sources(String name) throws IOException {
        return files(name, ".java");
    }

    private static Map<String, String> expected(String name) throws IOException {
        return files(name, ".java.txt").entrySet().stream()
                .collect(Collectors.toMap(file -> file.getKey().replace(".txt", ""), Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    private static Map<String, String> files(String name, String ending) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(GOLDEN.resolve(name))) {
            for (Path file : files.filter(each -> each.toString().endsWith(ending)).toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return texts;
    }

    private static void update(String name, Map<String, String> generated) throws IOException {
        for (String old : files(name, ".java.txt").keySet()) {
            Files.delete(GOLDEN.resolve(name).resolve(old));
        }
        for (Map.Entry<String, String> file : generated.entrySet()) {
            Files.writeString(GOLDEN.resolve(name).resolve(file.getKey() + ".txt"), file.getValue());
        }
    }
}
