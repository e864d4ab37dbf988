package dev.goloom.tests.processor;

import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Go;
import dev.goloom.tests.processor.Compilation.Compiler;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several modules compiled at once, which may have packages and classes of the same names. */
class ModulesTest {
    @TempDir
    Path temp;

    private Compilation compile(Map<String, String> classes) throws URISyntaxException {
        Map<String, String> sources = new TreeMap<>(classes);
        for (String module : List.of("one", "two")) {
            sources.put(module + "/module-info.java", "module " + module + " { requires dev.goloom; }\n");
        }
        Path runtime = Path.of(Go.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        return Compilation.of(Compiler.JAVAC, temp, sources,
                List.of("--module-source-path", temp.resolve("src").toString(), "-p", runtime.toString()));
    }

    @Test
    void eachHasItsOwnCompanionOfOneName() throws URISyntaxException {
        String a = """
                package p;
                import static p.AGo.go;
                class A {
                    @dev.goloom.Goroutine static void f() {}
                    static void use() { go.f(); }
                }
                """;
        Compilation compilation = compile(Map.of("one/p/A.java", a, "two/p/A.java", a, "two/p/B.java", a.replace("A", "B")));
        assertEquals(List.of(), compilation.errors());
        for (String file : List.of("one/p/AGo.class", "two/p/AGo.class", "two/p/BGo.class")) {
            assertTrue(Files.exists(compilation.classes().resolve(file)), file);
        }
    }

    @Test
    void eachMayWait() throws URISyntaxException {
        String a = """
                package p;
                import static p.AGo.go;
                class A {
                    @dev.goloom.Goroutine static void f(BGo b) {}
                    @dev.goloom.Goroutine static void f(Missing m) {}
                    static void use() { go.f(BGo.go); }
                }
                class B {
                    @dev.goloom.Goroutine static void f() {}
                }
                """;
        Compilation compilation = compile(Map.of("one/p/A.java", a, "two/p/A.java", a));
        assertEquals(List.of(5L, 5L), compilation.errors().stream().map(Diagnostic::getLineNumber).toList(),
                compilation.errors().toString());
    }

    @Test
    void aTypeThatTwoModulesHaveIsTheOneThatTheClassSees() throws URISyntaxException {
        String interfaceT = "package p;\npublic interface T { void x(int i); }\n";
        String a = """
                package p;
                import static p.AGo.go;
                class A {
                    @dev.goloom.Goroutine static void go(T t) {}
                    static void use() { go.go(i -> {}); AGo.go(() -> {}); }
                }
                """;
        Compilation compilation = compile(Map.of("one/p/T.java", interfaceT, "one/p/A.java", a, "two/p/T.java", interfaceT));
        assertEquals(List.of(), compilation.errors());
    }
}
