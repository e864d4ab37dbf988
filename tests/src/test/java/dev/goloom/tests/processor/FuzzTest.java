package dev.goloom.tests.processor;

import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.tests.processor.Compilation.Compiler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random annotated signatures compile cleanly, or fail with messages of the processor's own, alike in both compilers.
 * {@code -Dgoloom.fuzz.signatures=N} tries more, {@code -Dgoloom.seed=S} others.
 */
class FuzzTest {
    private static final int SIGNATURES = Integer.getInteger("goloom.fuzz.signatures", 2000);
    private static final int IN_ONE = 50;
    private static final long SEED = Long.getLong("goloom.seed", 20261124);

    private static final List<String> TYPES = List.of(
            "int", "boolean", "double[]", "String", "Object", "Integer", "List<String>", "Map<String, ? extends Number>", "T", "T[]",
            "U", "List<? super U>", "int[][]", "Comparable<T>", "SendChan<String>", "RecvChan<Integer>", "Chan<T>", "Map.Entry<T, U>",
            "Go.Body", "Runnable", "List<?>[]", "char", "Class<?>", "short", "List<T>[]", "@N String", "@N String @N []", "List<@N T>",
            "Outer<T>.Inner<@N U>", "Outer<String>.Inner<U>.Deep", "SendChan<? super U>", "Outer.Nested");
    private static final List<String> LAST = List.of(
            "SendChan<String>", "SendChan<T>", "SendChan<? super U>", "SendChan<List<? extends T>>", "SendChan<int[]>", "SendChan<?>",
            "Chan<String>", "RecvChan<T>", "SendChan<? extends T>", "SendChan<Void>", "SendChan<@N T>", "SendChan<Outer<T>.Inner<U>>", "SendChan<String>...");
    private static final List<String> RETURNS = List.of("void", "void", "void", "int", "String", "T", "List<U>", "Void", "long[]", "RecvChan<T>");
    private static final List<String> NAMES = List.of("f", "g", "go", "main", "wait", "h", "value", "out", "notify", "toString", "on$", "größe");
    private static final List<String> PARAMETERS = List.of("a", "b", "c", "out", "self", "go", "args", "Launch", "java", "ex", "$", "größe", "record", "String", "SendChan");
    private static final List<String> MODIFIERS = List.of("", "", "static ", "static ", "public static ", "protected ", "private ", "final ");
    private static final List<String> IN_INTERFACES = List.of("default ", "static ", "public static ", "private ");
    private static final String SHARED = """
            package ex;
            import dev.goloom.*;
            import java.lang.annotation.*;
            class Outer<A> {
                class Inner<B> {
                    class Deep {}
                }
                static class Nested {}
            }
            @Target(ElementType.TYPE_USE)
            @interface N {}
            class Above<E> {
                @Generator void above(E e, SendChan<E> c) {}
                @Goroutine @SafeVarargs final <X extends E> X inherited(X x, E... more) { return x; }
            }
            """;
    private static final List<String> MESSAGES = List.of(
            "leave out 'private'", "keep @Generator if", "a generator", "the last parameter of a generator", "nothing can be sent on",
            "main takes", "main returns", "main is an instance method", "there are two methods main", "would clash with",
            "the channel of a generator", "a functional interface without parameters", "is private");

    @Test
    void everySignature(@TempDir Path temp) {
        int mistakes = 0;
        for (int i = 0; i * IN_ONE < SIGNATURES; i++) {
            long seed = SEED + i;
            try {
                mistakes += compile(new SplittableRandom(seed), temp.resolve("" + i));
            } catch (AssertionError failure) {
                throw new AssertionError("run with -Dgoloom.seed=" + seed + " -Dgoloom.fuzz.signatures=" + IN_ONE, failure);
            }
        }
        System.out.println("FuzzTest: " + SIGNATURES + " classes, " + mistakes + " mistakes, from seed " + SEED);
    }

    private static int compile(SplittableRandom random, Path temp) {
        Map<String, String> sources = new TreeMap<>();
        sources.put("Outer.java", SHARED);
        for (int i = 0; i < IN_ONE; i++) {
            sources.put("F" + i + ".java", source(random, i));
        }
        Compilation javac = Compilation.of(Compiler.JAVAC, temp.resolve("javac"), sources, List.of("-Xmaxerrs", "1000"));
        Compilation ecj = Compilation.of(Compiler.ECJ, temp.resolve("ecj"), sources, List.of());
        assertEquals(javac.generated(), ecj.generated());
        List<String> ours = messages(javac);
        for (String message : ours) {
            assertTrue(MESSAGES.stream().anyMatch(message::contains), () -> message + "\n" + javac.errors());
        }
        assertEquals(ours.stream().sorted().toList(), messages(ecj).stream().sorted().toList());
        // What is left when the mistaken methods are no longer annotated must compile, without a warning of ours.
        Map<String, String> mended = new TreeMap<>(sources);
        javac.errors().forEach(error -> {
            String file = Path.of(error.getSource().toUri()).getFileName().toString();
            String[] lines = mended.get(file).split("\n");
            lines[(int) error.getLineNumber() - 1] = "";
            mended.put(file, String.join("\n", lines) + "\n");
        });
        Compilation clean = Compilation.of(Compiler.JAVAC, temp.resolve("mended"), mended, List.of("-Xlint:all,-rawtypes,-varargs,-unchecked,-auxiliaryclass,-processing", "-Werror"));
        assertEquals(List.of(), clean.diagnostics());
        Compilation cleanEcj = Compilation.of(Compiler.ECJ, temp.resolve("mended-ecj"), mended, List.of());
        assertEquals(List.of(), cleanEcj.errors());
        return ours.size();
    }

    private static List<String> messages(Compilation compilation) {
        return compilation.errors().stream().map(error -> error.getMessage(java.util.Locale.ROOT).strip()).toList();
    }

    private static String source(SplittableRandom random, int number) {
        StringBuilder text = new StringBuilder("package ex;\nimport dev.goloom.*;\nimport java.util.*;\n");
        String kind = pick(random, List.of("class", "public class", "final class", "abstract class", "interface", "record"));
        text.append(kind).append(" F").append(number);
        text.append(pick(random, List.of("<T, U extends Number>", "<T extends Comparable<T>, U>", "<T extends @N Object & Runnable, U>")));
        if (kind.equals("record")) {
            text.append("(T component)");
        } else if (!kind.equals("interface") && random.nextInt(3) == 0) {
            text.append(pick(random, List.of(" extends Above<T>", " extends Above<List<U>>")));
        }
        text.append(" {\n");
        List<String> taken = new ArrayList<>();
        for (int i = random.nextInt(3) + 1; i > 0; i--) {
            String name = pick(random, NAMES);
            if (!taken.contains(name)) {
                taken.add(name);
                text.append("    ").append(method(random, name, kind.equals("interface"))).append("\n");
            }
        }
        return text.append("}\n").toString();
    }

    private static String method(SplittableRandom random, String name, boolean inInterface) {
        boolean generator = random.nextBoolean();
        List<String> parameters = new ArrayList<>();
        List<String> names = new ArrayList<>(PARAMETERS);
        for (int i = random.nextInt(4); i > 0; i--) {
            String type = pick(random, TYPES);
            parameters.add((type.endsWith("...") ? type.replace("...", "[]") : type) + " " + names.remove(random.nextInt(names.size())));
        }
        if (generator && random.nextInt(10) > 0) {
            parameters.add(pick(random, LAST) + " " + names.removeFirst());
        } else if (!generator && random.nextInt(4) == 0) {
            parameters.add("String... " + names.removeFirst());
        }
        String modifiers = pick(random, inInterface ? IN_INTERFACES : MODIFIERS);
        String returns = generator && random.nextInt(10) > 0 ? "void" : pick(random, RETURNS);
        // Object's own methods cannot be redefined with these names and no parameters.
        if (parameters.isEmpty() && List.of("wait", "notify", "toString").contains(name)) {
            parameters.add("Thread " + names.removeFirst());
        }
        return (generator ? "@Generator " : "@Goroutine ") + modifiers + "<T extends Comparable<? super T>, U> " + returns + " " + name
                + "(" + String.join(", ", parameters) + ") throws Exception { throw new Exception(); }";
    }

    private static <E> E pick(SplittableRandom random, List<E> of) {
        return of.get(random.nextInt(of.size()));
    }
}
