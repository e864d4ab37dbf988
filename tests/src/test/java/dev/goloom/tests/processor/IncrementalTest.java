package dev.goloom.tests.processor;

import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.processor.GoloomProcessor;
import dev.goloom.tests.processor.Compilation.Compiler;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is generated for a class is the same from every run, whatever else is compiled with it and in which order, so that
 * builds may be incremental. No Gradle is run here: what it relies on is tested.
 */
class IncrementalTest {
    @TempDir
    Path temp;

    private static Map<String, String> twenty() {
        Map<String, String> sources = new TreeMap<>();
        for (int i = 0; i < 20; i++) {
            sources.put("C" + i + ".java", """
                    package ex;
                    import dev.goloom.*;
                    class C%1$d extends D%1$d {
                        @Goroutine static void f(C%2$d c) {}
                        @Generator void g(SendChan<C%2$d> c) {}
                        interface In { @Goroutine int h(int n); }
                    }
                    class D%1$d { @Goroutine void inherited(int n) {} }
                    """.formatted(i, (i + 7) % 20));
        }
        return sources;
    }

    @ParameterizedTest
    @EnumSource(Compiler.class)
    void outputDoesNotDependOnTheOrderOfTheInputs(Compiler compiler) {
        Map<String, String> sources = twenty();
        Compilation first = Compilation.of(compiler, temp.resolve("0"), sources, List.of());
        assertTrue(first.success(), () -> first.diagnostics().toString());
        assertEquals(60, first.generated().size());
        long seed = System.nanoTime();
        List<String> names = new ArrayList<>(sources.keySet());
        for (int i = 1; i <= 3; i++) {
            Collections.shuffle(names, new Random(seed + i));
            Map<String, String> shuffled = new LinkedHashMap<>();
            names.forEach(name -> shuffled.put(name, sources.get(name)));
            Compilation again = Compilation.of(compiler, temp.resolve("" + i), shuffled, List.of());
            assertEquals(first.generated(), again.generated(), "seed " + seed);
        }
    }

    @Test
    void aCompanionDependsOnNothingButItsClass() {
        Map<String, String> sources = twenty();
        Compilation all = Compilation.of(Compiler.JAVAC, temp.resolve("all"), sources, List.of());
        Compilation alone = Compilation.of(Compiler.JAVAC, temp.resolve("alone"),
                Map.of("C3.java", sources.get("C3.java"), "C10.java", "package ex; class C10 {}"), List.of());
        assertEquals(Set.of("C3Go.java", "C3_InGo.java", "D3Go.java"), alone.generated().keySet());
        alone.generated().forEach((name, text) -> assertEquals(all.generated().get(name), text));
        // Not even the name of a class of the unnamed package, which cannot be told from a nested one by its package.
        String source = "class U { @dev.goloom.Goroutine void f() {} }";
        Compilation without = Compilation.of(Compiler.JAVAC, temp.resolve("u"), Map.of("U.java", source), List.of());
        Compilation with = Compilation.of(Compiler.JAVAC, temp.resolve("v"), Map.of("U.java", source, "On.java", "class On {}"), List.of());
        assertEquals(without.generated(), with.generated());
    }

    /** Incremental builds read from class files what has not changed; they may know no names of parameters. */
    @ParameterizedTest
    @EnumSource(Compiler.class)
    void whatIsInheritedMayComeFromAClassFile(Compiler compiler) {
        String base = """
                package ex;
                import dev.goloom.*;
                import java.lang.annotation.*;
                import java.util.*;
                public class Base<T> {
                    @Target(ElementType.TYPE_USE) @Retention(RetentionPolicy.SOURCE) public @interface Checked {}
                    @Generator(buffer = 2) void z(@Checked String first, List<@Checked T> second, SendChan<T> sink) {}
                    @Goroutine @Deprecated(since = "1") int a(T last) { return 1; }
                }
                """;
        String sub = """
                package ex;
                import dev.goloom.*;
                class Sub extends Base<String> {
                    @Goroutine void own(int n) {}
                }
                """;
        String together = Compilation.of(compiler, temp.resolve("both"), Map.of("Base.java", base, "Sub.java", sub), List.of())
                .generated().get("SubGo.java");
        assertTrue(together.contains("RecvChan<String> z(String arg0, List<String> arg1)"), together);
        for (String debug : List.of("-g:none", "-g", "-parameters")) {
            Path before = Compilation.of(Compiler.JAVAC, temp.resolve("base" + debug.hashCode()), Map.of("Base.java", base), List.of(debug)).classes();
            Compilation after = Compilation.of(compiler, temp.resolve("sub" + debug.hashCode()), Map.of("Sub.java", sub),
                    List.of("-cp", before + File.pathSeparator + System.getProperty("java.class.path")));
            assertEquals(Set.of("SubGo.java"), after.generated().keySet());
            assertEquals(together, after.generated().get("SubGo.java"), debug);
        }
    }

    /** The names here are not in either encoding; beyond the BMP a character is two. */
    @ParameterizedTest
    @EnumSource(Compiler.class)
    void outputDoesNotDependOnTheEncoding(Compiler compiler) {
        String source = """
                package ex;
                import static ex.AGo.go;
                class A {
                    @dev.goloom.Goroutine static int \\u03b1\\ud835\\udec3(String \\u03b2) { return 1; }
                    static void use() { go.\\u03b1\\ud835\\udec3(""); }
                }
                """;
        Compilation utf8 = Compilation.of(compiler, temp.resolve("utf8"), Map.of("A.java", source), List.of());
        assertEquals(List.of(), utf8.errors());
        for (String encoding : List.of("US-ASCII", "ISO-8859-1")) {
            Compilation other = Compilation.of(
                    compiler, temp.resolve(encoding), Map.of("A.java", source), List.of("-encoding", encoding));
            assertEquals(List.of(), other.errors());
            assertEquals(utf8.generated(), other.generated());
        }
    }

    private Compilation again(Compiler compiler, String... folders) {
        String source = "package ex;\nimport dev.goloom.*;\nclass A {\n    @Goroutine static void %s() {}\n}\n";
        assertTrue(Compilation.of(compiler, temp, Map.of("A.java", source.formatted("before")), List.of()).success());
        StringBuilder path = new StringBuilder(System.getProperty("java.class.path"));
        for (String folder : folders) {
            path.append(File.pathSeparator).append(temp.resolve(folder));
        }
        return Compilation.of(compiler, temp, Map.of("A.java", source.formatted("after")), List.of("-cp", path.toString()));
    }

    /** ecj never replaces a class that it can see; the message says what to do about it. */
    @Test
    void ecjDoesNotReplaceStaleOutputOnItsClassPath() {
        assertEquals(List.of("the launchers of A go into a class AGo, but the compiler has found an old one on its class path and does"
                        + " not replace it: delete what the last compilation has written, or take it off the class path"),
                again(Compiler.ECJ, "classes").errors().stream().map(error -> error.getMessage(null)).toList());
        assertTrue(again(Compiler.ECJ).success());
    }

    /** As Maven compiles, with the output folder on the class path, and as javac does without -s, with the sources in it. */
    @ParameterizedTest
    @ValueSource(strings = {"classes", "generated"})
    void javacCompilesOverItsOwnStaleOutput(String stale) {
        Compilation again = again(Compiler.JAVAC, "classes", stale);
        assertEquals(List.of(), again.errors());
        assertTrue(again.generated().get("AGo.java").contains("void after()"));
        assertFalse(again.generated().get("AGo.java").contains("void before()"));
    }

    /** The processor, whose files are noted together with the elements that they originate from. */
    private static final class Recording extends AbstractProcessor {
        final Map<String, List<String>> files = new TreeMap<>();
        private final GoloomProcessor processor = new GoloomProcessor();

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return processor.getSupportedAnnotationTypes();
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return processor.getSupportedSourceVersion();
        }

        @Override
        public synchronized void init(ProcessingEnvironment environment) {
            super.init(environment);
            processor.init(proxy(ProcessingEnvironment.class, (method, arguments) ->
                    method.equals("getFiler") ? filer(environment.getFiler()) : call(environment, method, arguments)));
        }

        private Filer filer(Filer filer) {
            return proxy(Filer.class, (method, arguments) -> {
                assertEquals("createSourceFile", method);
                Element[] origins = (Element[]) arguments[1];
                files.put(arguments[0].toString(), List.of(origins).stream().map(origin -> origin.getSimpleName().toString()).toList());
                return filer.createSourceFile((CharSequence) arguments[0], origins);
            });
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return processor.process(annotations, round);
        }

        private interface Handler {
            Object handle(String method, Object[] arguments) throws Exception;
        }

        private static <T> T proxy(Class<T> type, Handler handler) {
            return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                    (self, method, arguments) -> handler.handle(method.getName(), arguments)));
        }

        private static Object call(ProcessingEnvironment environment, String method, Object[] arguments) throws Exception {
            assertNull(arguments, "not asked for until now");
            return ProcessingEnvironment.class.getMethod(method).invoke(environment);
        }
    }

    @ParameterizedTest
    @EnumSource(Compiler.class)
    void eachFileOriginatesFromOneClass(Compiler compiler) {
        Recording recording = new Recording();
        Compilation compilation = Compilation.with(List.of(recording), compiler, temp, Map.of("C3.java", twenty().get("C3.java"),
                "C10.java", "package ex; class C10 {}", "E.java", "package ex; class E { @dev.goloom.Goroutine private void f() {} }"), List.of());
        assertEquals(Map.of("ex.C3Go", List.of("C3"), "ex.C3_InGo", List.of("In"), "ex.D3Go", List.of("D3"), "ex.EGo", List.of("E")),
                recording.files, () -> compilation.diagnostics().toString());
    }

    @Test
    void gradleIsToldThatItIsIsolating() throws IOException {
        try (var in = IncrementalTest.class.getResourceAsStream("/META-INF/gradle/incremental.annotation.processors")) {
            assertEquals("dev.goloom.processor.GoloomProcessor,isolating\n", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
