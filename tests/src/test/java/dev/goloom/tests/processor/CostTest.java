package dev.goloom.tests.processor;

import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.tests.processor.Compilation.Compiler;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two hundred annotated classes cost well under a second more than the same compilation without the processor: the same
 * sources and the same companions, which are then among the sources. Measured is the processor time of javac's thread, which
 * other programs on the machine do not lengthen much; each way is compiled in turn, five times, and the best of each are
 * compared: what disturbs a compilation only adds to it.
 *
 * <p>{@code mvn verify -Dtest=CostTest} prints the figures.
 */
class CostTest {
    private static final int CLASSES = 200;
    private static final int RUNS = 5;
    private static final long ALLOWED_MILLIS = 1000;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    @TempDir
    Path temp;

    @Test
    void twoHundredClasses() {
        Map<String, String> sources = new TreeMap<>();
        for (int i = 0; i < CLASSES; i++) {
            sources.put("C" + i + ".java", """
                    package ex;
                    import dev.goloom.*;
                    import java.util.*;
                    public class C%1$d {
                        @Goroutine static void f(int n, SendChan<String> c) {}
                        @Goroutine static String g(List<String> l) { return null; }
                        @Generator static void h(String s, SendChan<Integer> c) {}
                        @Goroutine void i(String s) {}
                        @Generator(buffer = 3) <T> void j(Map<String, T> m, SendChan<T> c) {}
                    }
                    """.formatted(i));
        }
        Compilation first = Compilation.of(Compiler.JAVAC, temp.resolve("first"), sources, List.of());
        assertTrue(first.success(), () -> first.diagnostics().toString());
        assertEquals(CLASSES, first.generated().size());
        Map<String, String> written = new TreeMap<>(sources);
        written.putAll(first.generated());
        long[] with = new long[RUNS];
        long[] without = new long[RUNS];
        for (int i = 0; i < RUNS; i++) {
            with[i] = millis("with" + i, sources, "-proc:full");
            without[i] = millis("without" + i, written, "-proc:none");
        }
        Arrays.sort(with);
        Arrays.sort(without);
        long more = with[0] - without[0];
        String figures = "CostTest: %d classes, %d to %d ms with the processor, %d to %d ms without, %d ms more".formatted(
                CLASSES, with[0], with[RUNS - 1], without[0], without[RUNS - 1], more);
        System.out.println(figures);
        assertTrue(more < ALLOWED_MILLIS, figures);
    }

    private long millis(String folder, Map<String, String> sources, String processing) {
        long start = threads.getCurrentThreadCpuTime();
        Compilation compilation = Compilation.of(Compiler.JAVAC, temp.resolve(folder), sources, List.of(processing));
        long millis = (threads.getCurrentThreadCpuTime() - start) / 1_000_000;
        assertTrue(compilation.success(), () -> compilation.diagnostics().toString());
        return millis;
    }
}
