package dev.goloom.tests.processor;

import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.tests.processor.Compilation.Compiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The processor gets on with others, and with other rounds. */
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
                    writer.write("""
                            package ex;
                            public class Late {
                                public static final int SIZE = 4;
                                @dev.goloom.Goroutine int late() { return 5; }
                            }
                            """);
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

    @ParameterizedTest
    @EnumSource(Compiler.class)
    void waitsForWhatASuperclassMentions(Compiler compiler) {
        Map<String, String> generated = withLate(compiler, """
                package ex;
                import dev.goloom.*;
                class A extends B {
                    @Goroutine void own() {}
                    static void use() { AGo.go(new A()).f(new Late()).recv(); }
                }
                class B {
                    @Generator void f(Late l, SendChan<Late> c) {}
                }
                """);
        assertTrue(generated.get("AGo.java").contains("RecvChan<Late> f(Late arg0)"));
    }

    @ParameterizedTest
    @EnumSource(Compiler.class)
    void waitsForAMissingSuperclass(Compiler compiler) {
        withLate(compiler, """
                package ex;
                import dev.goloom.*;
                class A extends B {
                    @Goroutine void own() {}
                    static int use() { return AGo.go(new A()).late().recv(); }
                }
                class B extends Late {}
                """);
    }

    @ParameterizedTest
    @EnumSource(Compiler.class)
    void waitsForWhatAClassAroundMentions(Compiler compiler) {
        withLate(compiler, """
                package ex;
                import dev.goloom.*;
                class A<T extends Late> {
                    class Inner {
                        @Goroutine T own() { return null; }
                    }
                    RecvChan<T> use(Inner inner) { return A_InnerGo.go(inner).own(); }
                }
                """);
    }

    @ParameterizedTest
    @EnumSource(Compiler.class)
    void waitsForTheConstantOfABuffer(Compiler compiler) {
        Map<String, String> generated = withLate(compiler, """
                package ex;
                import dev.goloom.*;
                class A {
                    @Generator(buffer = Late.SIZE) static void f(SendChan<String> c) {}
                    static RecvChan<String> use() { return AGo.go.f(); }
                }
                """);
        assertTrue(generated.get("AGo.java").contains("Launch.generator(\"f\", 4, "));
    }

    private Map<String, String> withLate(Compiler compiler, String source) {
        Compilation compilation = Compilation.of(compiler, temp, Map.of("A.java", source), List.of(), new Late());
        assertTrue(compilation.success(), () -> compilation.diagnostics().toString());
        return compilation.generated();
    }

    @Test
    void aMistakeOfAClassThatWaitsIsReportedOnce() {
        String source = """
                package ex;
                import dev.goloom.*;
                class A {
                    @Goroutine private static void f(Late l) {}
                }
                """;
        Compilation compilation = Compilation.of(Compiler.JAVAC, temp, Map.of("A.java", source), List.of(), new Late());
        assertEquals(List.of("f is private, so its launcher could not call it: leave out 'private'"),
                compilation.errors().stream().map(error -> error.getMessage(null)).toList());
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
}
