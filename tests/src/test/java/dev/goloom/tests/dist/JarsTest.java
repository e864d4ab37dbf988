package dev.goloom.tests.dist;

import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.tests.support.Java;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two jars alone are all that plain javac needs, on the class path and for a module. */
class JarsTest {
    private static final Path RUNTIME = Path.of(System.getProperty("goloom.runtime.jar"));
    private static final Path PROCESSOR = Path.of(System.getProperty("goloom.processor.jar"));

    private static final String PROGRAM = """
            package app;

            import static app.FirstGo.go;
            import static dev.goloom.Go.*;
            import static java.time.Duration.ofSeconds;

            import dev.goloom.*;

            public class First {
                private First() {}

                @Goroutine
                public static void main(String[] args) throws Exception {
                    Chan<String> c = make();
                    go.say(args[0], c);
                    System.out.println(c.recv());
                    RecvChan<String> all = go.fanIn(go.count("a", 3), go.count("b", 3));
                    for (int n = 0; ; n++) {
                        var s = recv(all);
                        switch (select(s, recv(after(ofSeconds(20))))) {
                            case 0 -> {
                                if (!s.ok()) {
                                    System.out.println(n + " from two");
                                    return;
                                }
                            }
                            default -> throw new Exception("too slow");
                        }
                    }
                }

                @Goroutine
                static void say(String what, SendChan<String> c) {
                    c.send(what);
                }

                @Generator(buffer = 1)
                static void count(String name, int n, SendChan<String> c) {
                    for (int i = 0; i < n; i++) {
                        c.send(name + i);
                    }
                }

                @Generator
                static void fanIn(RecvChan<String> a, RecvChan<String> b, SendChan<String> c) {
                    while (a != null || b != null) {
                        var x = recv(a);
                        var y = recv(b);
                        switch (select(x, y)) {
                            case 0 -> {
                                if (x.ok()) {
                                    c.send(x.value());
                                } else {
                                    a = null;
                                }
                            }
                            default -> {
                                if (y.ok()) {
                                    c.send(y.value());
                                } else {
                                    b = null;
                                }
                            }
                        }
                    }
                }
            }
            """;

    private static Java.Result tool(String name, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", name).toString()));
        command.addAll(List.of(arguments));
        return Java.finish(new ProcessBuilder(command).start());
    }

    private static String path(Object... entries) {
        List<String> all = new ArrayList<>();
        for (Object entry : entries) {
            all.add(entry.toString());
        }
        return String.join(File.pathSeparator, all);
    }

    private static String program(Path folder) throws IOException {
        Path source = Files.createDirectories(folder.resolve("app")).resolve("First.java");
        Files.writeString(source, PROGRAM);
        return source.toString();
    }

    @Test
    void onTheClassPath(@TempDir Path temp) throws IOException {
        Path out = temp.resolve("out");
        assertEquals(new Java.Result(0, "", ""), tool("javac", "-Xlint:all", "-Werror", "-d", out.toString(),
                "-cp", RUNTIME.toString(), "-processorpath", path(PROCESSOR, RUNTIME), program(temp)));
        assertEquals(new Java.Result(0, "hello\n6 from two\n", ""), tool("java", "-cp", path(RUNTIME, out), "app.FirstGo", "hello"));
    }

    @Test
    void asAModule(@TempDir Path temp) throws IOException {
        Path module = temp.resolve("module-info.java");
        Files.writeString(module, "module app {\n    requires dev.goloom;\n    exports app;\n}\n");
        Path out = temp.resolve("out");
        assertEquals(new Java.Result(0, "", ""), tool("javac", "-Xlint:all", "-Werror", "-d", out.toString(),
                "-p", RUNTIME.toString(), "-processorpath", path(PROCESSOR, RUNTIME), program(temp), module.toString()));
        assertEquals(new Java.Result(0, "hello\n6 from two\n", ""), tool("java", "-p", path(RUNTIME, out), "-m", "app/app.FirstGo", "hello"));
    }

    @Test
    void documentationOfWhatIsGeneratedHasNoWarning(@TempDir Path temp) throws IOException {
        Path out = temp.resolve("out");
        Path generated = Files.createDirectory(temp.resolve("generated"));
        assertEquals(0, tool("javac", "-d", out.toString(), "-s", generated.toString(),
                "-cp", RUNTIME.toString(), "-processorpath", path(PROCESSOR, RUNTIME), program(temp)).status());
        assertEquals(new Java.Result(0, "", ""), tool("javadoc", "-quiet", "-package", "-Xdoclint:all", "-Werror",
                "-d", temp.resolve("doc").toString(), "-cp", path(RUNTIME, out), generated.resolve("app/FirstGo.java").toString()));
    }

    @Test
    void theProcessorBringsWhatItNeedsUnderItsOwnName() throws IOException {
        try (JarFile jar = new JarFile(PROCESSOR.toFile())) {
            List<String> files = jar.stream().map(entry -> entry.getName()).filter(name -> !name.endsWith("/")).toList();
            assertTrue(files.contains("META-INF/services/javax.annotation.processing.Processor"), files.toString());
            assertTrue(files.contains("META-INF/gradle/incremental.annotation.processors"), files.toString());
            assertEquals(List.of(), files.stream()
                    .filter(name -> !name.startsWith("dev/goloom/processor/") && !name.startsWith("META-INF/"))
                    .toList());
        }
    }
}
