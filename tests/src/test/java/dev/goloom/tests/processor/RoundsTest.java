package dev.goloom.tests.processor;

import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.tests.processor.Compilation.Compiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The processor gets on with others, with other rounds and with incremental builds. */
class RoundsTest {
    @TempDir
    Path temp;

    /** Writes a class in the first round. */
    private static final class Late extends AbstractProcessor {
        private boolean done;

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latest();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!done) {
                done = true;
                try (Writer writer = processingEnv.getFiler().createSourceFile("ex.Late").openWriter()) {
                    writer.write("package ex; public class Late {}");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return false;
        }
    }

    @ParameterizedTest
    @EnumSource(Compiler.class)
    void waitsForTypesThatOthersGenerate(Compiler compiler) {
        String source = """
                package ex;
                import dev.goloom.*;
                class A {
                    @Generator static void f(Late l, SendChan<java.util.List<Late>> c) {}
                    static RecvChan<java.util.List<Late>> use() { return AGo.go.f(new Late()); }
                }
                """;
        Compilation compilation = Compilation.of(compiler, temp, Map.of("A.java", source), List.of(), new Late());
        assertTrue(compilation.success(), () -> compilation.diagnostics().toString());
        assertTrue(compilation.generated().get("AGo.java").contains("RecvChan<List<Late>> f(Late l)"));
    }

    @Test
    void aTypeThatIsMissingForGoodIsTheCompilersToReport() {
        String source = """
                package ex;
                import dev.goloom.*;
                class A {
                    @Goroutine static void f(Missing m) {}
                    @Goroutine static void sound() {}
                    static void use() { AGo.go.sound(); }
                }
                """;
        Compilation compilation = Compilation.of(Compiler.JAVAC, temp, Map.of("A.java", source), List.of());
        assertEquals(1, compilation.errors().size(), compilation.diagnostics().toString());
        assertEquals(4, compilation.errors().getFirst().getLineNumber());
    }

    @Test
    void outputDoesNotDependOnTheOrderOfTheInputs() {
        Map<String, String> forward = new TreeMap<>();
        for (int i = 0; i < 20; i++) {
            forward.put("C" + i + ".java", """
                    package ex;
                    import dev.goloom.*;
                    class C%1$d {
                        @Goroutine static void f(C%2$d c) {}
                        @Generator void g(SendChan<C%2$d> c) {}
                    }
                    """.formatted(i, (i + 7) % 20));
        }
        Map<String, String> backward = new LinkedHashMap<>();
        forward.keySet().stream().sorted(java.util.Comparator.reverseOrder()).forEach(name -> backward.put(name, forward.get(name)));
        Compilation first = Compilation.of(Compiler.JAVAC, temp.resolve("1"), forward, List.of());
        Compilation second = Compilation.of(Compiler.JAVAC, temp.resolve("2"), backward, List.of());
        assertTrue(first.success());
        assertEquals(20, first.generated().size());
        assertEquals(first.generated(), second.generated());
        // A companion depends on nothing but its class: alone it comes out the same.
        Compilation alone = Compilation.of(Compiler.JAVAC, temp.resolve("3"),
                Map.of("C3.java", forward.get("C3.java"), "C10.java", "package ex; class C10 {}"), List.of());
        assertEquals(first.generated().get("C3Go.java"), alone.generated().get("C3Go.java"));
    }

    @Test
    void compilesOverItsOwnStaleOutput() {
        String source = "package ex;\nimport dev.goloom.*;\nclass A {\n    @Goroutine static void %s() {}\n}\n";
        assertTrue(Compilation.of(Compiler.JAVAC, temp, Map.of("A.java", source.formatted("before")), List.of()).success());
        Compilation again = Compilation.of(Compiler.JAVAC, temp, Map.of("A.java", source.formatted("after")),
                List.of("-cp", System.getProperty("java.class.path") + java.io.File.pathSeparator + temp.resolve("classes")));
        assertTrue(again.success(), () -> again.diagnostics().toString());
        assertTrue(again.generated().get("AGo.java").contains("void after()"));
        assertFalse(again.generated().get("AGo.java").contains("void before()"));
    }

    @Test
    void gradleIsToldThatItIsIsolating() throws IOException {
        try (var in = RoundsTest.class.getResourceAsStream("/META-INF/gradle/incremental.annotation.processors")) {
            assertEquals("dev.goloom.processor.GoloomProcessor,isolating\n", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
