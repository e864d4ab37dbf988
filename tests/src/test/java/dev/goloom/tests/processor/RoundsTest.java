package dev.goloom.tests.processor;

import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.tests.processor.Compilation.Compiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The processor gets on with others, and with other rounds. */
class RoundsTest {
    @TempDir
    Path temp;

    /** Another processor, which looks at every round. */
    private abstract static class Other extends AbstractProcessor {
        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latest();
        }

        void write(String type, String text) {
            try (Writer writer = processingEnv.getFiler().createSourceFile(type).openWriter()) {
                writer.write(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Writes a class in the first round. */
    private static class Late extends Other {
        private final String text;
        private boolean done;

        Late() {
            this("""
                    package ex;
                    public class Late {
                        public static final int SIZE = 4;
                        @dev.goloom.Goroutine int late() { return 5; }
                    }
                    """);
        }

        Late(String text) {
            this.text = text;
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!done) {
                done = true;
                write("ex.Late", text);
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

    /** Writes an annotation of types in the first round. */
    private static final class LateAnnotation extends Late {
        LateAnnotation() {
            super("package ex; @java.lang.annotation.Target(java.lang.annotation.ElementType.TYPE_USE) @interface Late {}");
        }
    }

    @ParameterizedTest
    @EnumSource(Compiler.class)
    void waitsForAnnotationsOfTypes(Compiler compiler) {
        String source = """
                package ex;
                class A {
                    @dev.goloom.Goroutine static void f(@Late String s) {}
                    @dev.goloom.Goroutine static void g(java.util.List<@Late String> s) {}
                }
                """;
        Compilation compilation = Compilation.of(compiler, temp, Map.of("A.java", source), List.of(), new LateAnnotation());
        assertEquals(List.of(), compilation.errors());
        assertTrue(compilation.generated().get("AGo.java").contains("f(@Late String s)"), compilation.generated().get("AGo.java"));
        assertTrue(compilation.generated().get("AGo.java").contains("g(List<@Late String> s)"));
    }

    private Map<String, String> withLate(Compiler compiler, String source) {
        Compilation compilation = Compilation.of(compiler, temp, Map.of("A.java", source), List.of(), new Late());
        assertTrue(compilation.success(), () -> compilation.diagnostics().toString());
        return compilation.generated();
    }

    @ParameterizedTest
    @EnumSource(Compiler.class)
    void aMistakeOfAClassThatWaitsIsReportedOnce(Compiler compiler) {
        String source = """
                package ex;
                import dev.goloom.*;
                class A {
                    @Goroutine private static void f(Late l) {}
                }
                """;
        Compilation compilation = Compilation.of(compiler, temp, Map.of("A.java", source), List.of(), new Late());
        assertEquals(List.of("f is private, so its launcher could not call it: leave out 'private'"),
                compilation.errors().stream().map(error -> error.getMessage(null)).toList());
    }

    /** Four files import what waits; none of them may fail because of the type that is missing. */
    @ParameterizedTest
    @EnumSource(Compiler.class)
    void aTypeThatIsMissingForGoodIsTheCompilersToReport(Compiler compiler) {
        onlyError(compiler, 4, """
                package ex;
                import static ex.AGo.go;
                class A {
                    @dev.goloom.Goroutine static void f(Missing m) {}
                    @dev.goloom.Goroutine static void sound() {}
                    static void use() { go.sound(); }
                }
                """);
    }

    @ParameterizedTest
    @EnumSource(Compiler.class)
    void aConstantThatIsMissingForGoodIsTheCompilersToReport(Compiler compiler) {
        onlyError(compiler, 4, """
                package ex;
                import static ex.AGo.go;
                class A {
                    @dev.goloom.Generator(buffer = MISSING) static void f(dev.goloom.SendChan<String> c) {}
                    @dev.goloom.Goroutine static void sound() {}
                    static void use() { go.sound(); go.f(); }
                }
                """);
    }

    @ParameterizedTest
    @EnumSource(Compiler.class)
    void anAnnotationThatIsMissingForGoodIsTheCompilersToReport(Compiler compiler) {
        onlyError(compiler, 4, """
                package ex;
                import static ex.AGo.go;
                class A {
                    @dev.goloom.Goroutine static void f(java.util.List<@Gone String> list) {}
                    @dev.goloom.Goroutine static void sound() {}
                    static void use() { go.f(null); }
                }
                """);
    }

    private void onlyError(Compiler compiler, long line, String source) {
        Map<String, String> sources = new TreeMap<>(Map.of("A.java", source));
        for (String user : List.of("U", "V", "W")) {
            sources.put(user + ".java", "package ex;\nimport static ex.AGo.go;\nclass " + user + " { void use() { go.sound(); } }\n");
        }
        Compilation compilation = Compilation.of(compiler, temp, sources, List.of("-Xlint:all"));
        assertEquals(1, compilation.diagnostics().size(), compilation.diagnostics().toString());
        assertEquals(line, compilation.errors().getFirst().getLineNumber());
        assertEquals(Set.of("AGo.java"), compilation.generated().keySet());
    }

    /** B's companion has to be there when what A waits for is found to be missing. */
    @ParameterizedTest
    @EnumSource(Compiler.class)
    void oneMistakeDoesNotHideWhatOthersWaitFor(Compiler compiler) {
        Map<String, String> sources = Map.of(
                "A.java", """
                        package ex;
                        import static ex.AGo.go;
                        class A {
                            @dev.goloom.Goroutine static void f(Late l, BGo b) {}
                            static void use() { go.f(new Late(), BGo.go); BGo.go.sound(); }
                        }
                        """,
                "B.java", """
                        package ex;
                        class B {
                            @dev.goloom.Goroutine private static void f() {}
                            @dev.goloom.Goroutine static void sound() {}
                        }
                        """);
        Compilation compilation = Compilation.of(compiler, temp, sources, List.of(), new Late());
        assertEquals(List.of("f is private, so its launcher could not call it: leave out 'private'"),
                compilation.errors().stream().map(error -> error.getMessage(null)).toList());
        assertEquals(3, compilation.errors().getFirst().getLineNumber());
    }

    /** The companions of those that wait are worth waiting for, even if what they wait for never comes. */
    @ParameterizedTest
    @EnumSource(Compiler.class)
    void waitsForTheCompanionsOfThoseThatWait(Compiler compiler) {
        Map<String, String> sources = Map.of(
                "A.java", """
                        package ex;
                        import static ex.AGo.go;
                        class A {
                            @dev.goloom.Goroutine static void f(BGo b) {}
                            static void use() { go.f(BGo.go); }
                        }
                        """,
                "B.java", """
                        package ex;
                        class B {
                            @dev.goloom.Goroutine static void f(Missing m) {}
                        }
                        """);
        Compilation compilation = Compilation.of(compiler, temp, sources, List.of());
        assertEquals(1, compilation.errors().size(), compilation.diagnostics().toString());
        assertEquals(3, compilation.errors().getFirst().getLineNumber());
    }

    /** Writes a class when it meets the companion of B, as somebody may who waits himself. */
    private static final class Answer extends Other {
        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (round.getRootElements().stream().anyMatch(element -> element.getSimpleName().contentEquals("BGo"))) {
                write("ex.Answer", "package ex;\nclass Answer {}\n");
            }
            return false;
        }
    }

    @ParameterizedTest
    @EnumSource(Compiler.class)
    void waitsForWhatOthersAnswerToACompanion(Compiler compiler) {
        Map<String, String> sources = Map.of(
                "A.java", """
                        package ex;
                        import static ex.AGo.go;
                        class A {
                            @dev.goloom.Goroutine static void f(Answer a) {}
                            static void use() { go.f(new Answer()); }
                        }
                        """,
                "B.java", """
                        package ex;
                        class B {
                            @dev.goloom.Goroutine static void f(Late l) {}
                        }
                        """);
        Compilation compilation = Compilation.of(compiler, temp, sources, List.of("-Xlint:all,-processing"), new Late(), new Answer());
        assertEquals(List.of(), compilation.diagnostics());
        assertEquals(Set.of("AGo.java", "Answer.java", "BGo.java", "Late.java", "LateGo.java"), compilation.generated().keySet());
    }

    /** Nothing is left of how another round was asked for: neither beside the classes nor where the sources go. */
    @ParameterizedTest
    @EnumSource(Compiler.class)
    void leavesNothingButCompanions(Compiler compiler) throws IOException {
        withLate(compiler, """
                package ex;
                class A {
                    @dev.goloom.Goroutine static void f(Late l) {}
                }
                """);
        try (Stream<Path> files = Files.walk(temp)) {
            assertEquals(Set.of("A.java", "A.class", "AGo.java", "AGo.class", "Late.java", "Late.class", "LateGo.java", "LateGo.class",
                            "LateGo$On.class"),
                    files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).collect(Collectors.toSet()));
        }
    }
}
