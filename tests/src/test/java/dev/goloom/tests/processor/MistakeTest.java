package dev.goloom.tests.processor;

import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.tests.processor.Compilation.Compiler;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each mistake is one error, on its element, that says what to write instead; nothing else fails because of it. In the
 * sources here the element is marked {@code «so»}.
 */
class MistakeTest {
    @TempDir
    Path temp;

    private static final String HEAD = "package ex;\nimport dev.goloom.*;\nimport java.util.*;\n";

    /** A class whose main uses the companion all the same. */
    private void inClass(String method, String message) {
        check(HEAD + "class A {\n    " + method + "\n    @Goroutine static void sound() {}\n"
                + "    static void use() { AGo.go.sound(); AGo.go(() -> {}); }\n}\n", message);
    }

    private void check(String marked, String message) {
        check(marked, message, Map.of());
    }

    private void check(String marked, String message, Map<String, String> others) {
        int start = marked.indexOf('«');
        String what = marked.substring(start + 1, marked.indexOf('»'));
        String source = marked.replace("«", "").replace("»", "");
        long line = 1 + source.substring(0, start).chars().filter(c -> c == '\n').count();
        Map<String, String> sources = new HashMap<>(others);
        sources.put("A.java", source);
        for (Compiler compiler : Compiler.values()) {
            Compilation compilation = Compilation.of(compiler, temp.resolve(compiler.name()), sources, List.of());
            assertEquals(1, compilation.errors().size(), () -> compiler + ": " + compilation.diagnostics());
            Diagnostic<? extends JavaFileObject> error = compilation.errors().getFirst();
            assertEquals(message, error.getMessage(Locale.ROOT).strip(), compiler.name());
            assertEquals("A.java", Path.of(error.getSource().toUri()).getFileName().toString());
            assertEquals(line, error.getLineNumber(), compiler.name());
            int position = compiler == Compiler.JAVAC ? start : positionInEcj(source, start, what);
            assertEquals(position, error.getPosition(), compiler + " at: " + source.substring((int) error.getPosition()));
            assertEquals(position - source.lastIndexOf('\n', position), error.getColumnNumber(), compiler.name());
        }
    }

    /** It marks the name of a class where javac marks what comes before it, and the name of an annotation's value. */
    private static int positionInEcj(String source, int start, String what) {
        return switch (what) {
            case "class", "interface" -> start + what.length() + 1;
            case "-1" -> source.lastIndexOf("buffer", start);
            default -> start;
        };
    }

    @Test
    void privateMethod() {
        inClass("@Goroutine private static void «f»() {}",
                "f is private, so its launcher could not call it: leave out 'private'");
        inClass("@Generator private static void «f»(SendChan<Integer> c) {}",
                "f is private, so its launcher could not call it: leave out 'private'");
    }

    @Test
    void privateClass() {
        check(HEAD + "class A {\n    private static class P {\n        @Goroutine static void «f»() {}\n    }\n}\n",
                "f is a method of the private class P, so its launcher could not call it: leave out 'private' of the class");
    }

    @Test
    void classInAPrivateClass() {
        check(HEAD + "class A {\n    private static class P {\n        static class Q {\n            @Goroutine static void «f»() {}\n"
                        + "        }\n    }\n}\n",
                "f is a method of Q, which is in the private class P, so its launcher could not call it: leave out 'private' of P");
    }

    /** In javac alone: ecj takes the name of the file for the class's name, as the JVM does, and the launchers work. */
    @Test
    void compactSourceFile() {
        Map<String, String> lines = Map.of(
                "f", "@Goroutine void f() {}",
                "g", "class In { @Goroutine static void g() {} }",
                "h", "record Point(int x) { @Generator void h(SendChan<Integer> c) {} }");
        lines.forEach((method, text) -> {
            Compilation compilation = Compilation.of(Compiler.JAVAC, temp.resolve(method),
                    Map.of("A.java", "import dev.goloom.*;\n" + text + "\nvoid main() {}\n"), List.of());
            assertEquals(List.of(method + " is in a compact source file, whose class has no name by which its launcher could call it:"
                            + " put it into a class, 'class Name { … }'"),
                    compilation.errors().stream().map(error -> error.getMessage(Locale.ROOT)).toList());
            assertEquals(2, compilation.errors().getFirst().getLineNumber());
        });
    }

    @Test
    void compactSourceFileThatMentionsAMissingClass() {
        Compilation compilation = Compilation.of(Compiler.JAVAC, temp,
                Map.of("A.java", "import dev.goloom.*;\n@Goroutine void f(Missing m) {}\nvoid main() {}\n"), List.of());
        assertEquals(2, compilation.errors().size(), compilation.errors().toString());
    }

    @Test
    void classCalledGo() {
        check(HEAD + "class go {\n    @Goroutine static void «f»() {}\n}\n",
                "f is a method of the class go, which its launcher could not call: there, go is the companion; give the class"
                        + " another name");
    }

    @Test
    void interfaceThatAFieldObscures() {
        check(HEAD + "class A {\n    static int In;\n    interface In {\n        @Goroutine static void «f»() {}\n"
                        + "        @Goroutine void sound(int n);\n    }\n"
                        + "    static void use(In in) { A_InGo.go(in).sound(1); }\n}\n",
                "f is a static method of the interface A.In, but an expression means the field In of A by that name, so its"
                        + " launcher could not call it: rename the field or the class");
    }

    @Test
    void bothAnnotations() {
        inClass("@Goroutine @Generator static void «f»(SendChan<Integer> c) {}",
                "f is annotated both @Goroutine and @Generator: keep @Generator if its last parameter is the channel it produces,"
                        + " else @Goroutine");
    }

    @Test
    void generatorWithoutParameters() {
        inClass("@Generator static void «f»() {}",
                "a generator sends on its last parameter, but f has none: write 'void f(SendChan<T> c)'");
    }

    @Test
    void generatorWithoutChannel() {
        inClass("@Generator static void f(String a, int «n») {}",
                "the last parameter of a generator is the channel it sends on; found int: add a last parameter 'SendChan<T> c'");
    }

    @Test
    void generatorWithAClassCalledLikeTheChannel() {
        check("package ex;\nimport dev.goloom.Generator;\nclass A {\n    @Generator static void f(SendChan<Integer> «c») {}\n}\n"
                        + "class SendChan<T> {}\n",
                "the last parameter of a generator is the channel it sends on; found ex.SendChan<Integer>: write"
                        + " 'dev.goloom.SendChan<Integer> c'");
    }

    @Test
    void generatorWithAParameterCalledC() {
        inClass("@Generator static void f(String c, int «n») {}",
                "the last parameter of a generator is the channel it sends on; found int: add a last parameter 'SendChan<T> out'");
        inClass("@Generator static String «f»(int c) { return null; }",
                "a generator returns nothing, what it produces it sends; found String: write 'void f(int c, SendChan<String> out)', or"
                        + " annotate it @Goroutine to deliver one value");
        inClass("@Generator static Chan<String> «f»(int c, int out) { return null; }",
                "a generator does not make and return its channel, its launcher does; found Chan<String>: write"
                        + " 'void f(int c, int out, SendChan<String> c2)' and send on c2");
    }

    @Test
    void generatorWithAnInnerClassOfAGenericOne() {
        inClass("static class O<T> {\n        class In {}\n        class J<U> {}\n    }\n"
                        + "    @Generator static void f(O<List<String>>.J<Integer> j, O<String>.In «in») {}",
                "the last parameter of a generator is the channel it sends on; found A.O<String>.In: add a last parameter"
                        + " 'SendChan<T> c'");
        inClass("static class O<T> {\n        class J<U> {}\n    }\n    @Generator static O<String>.J<Integer> «f»() { return null; }",
                "a generator returns nothing, what it produces it sends; found A.O<String>.J<Integer>: write"
                        + " 'void f(SendChan<A.O<String>.J<Integer>> c)', or annotate it @Goroutine to deliver one value");
    }

    @Test
    void generatorWithTheChannelFirst() {
        inClass("@Generator static void f(SendChan<String> c, int «n») {}",
                "the last parameter of a generator is its channel; found int: move 'SendChan<String> c' to the end");
    }

    @Test
    void generatorWithVarargs() {
        inClass("@Generator static void f(SendChan<Integer> c, int... «nums») {}",
                "the last parameter of a generator is its channel; found int...: move 'SendChan<Integer> c' to the end and write"
                        + " 'int[] nums', its launcher takes any number all the same");
        inClass("@Generator static void f(int... «nums») {}",
                "the last parameter of a generator is the channel it sends on; found int...: add a last parameter 'SendChan<T> c'"
                        + " and write 'int[] nums', its launcher takes any number all the same");
    }

    @Test
    void generatorWithVarargsOfATypeParameter() {
        inClass("@Generator static <T> void f(SendChan<T> c, T... «values») {}",
                "the last parameter of a generator is its channel; found T...: move 'SendChan<T> c' to the end and write 'T[] values'");
    }

    @Test
    void generatorWithSeveralChannels() {
        inClass("@Generator static void f(int n, SendChan<List<String>>... «cs») {}",
                "a generator sends on one channel; found SendChan<List<String>>...: write 'SendChan<List<String>> cs'");
        inClass("@Generator static void f(SendChan<Integer>[] «cs») {}",
                "a generator sends on one channel; found SendChan<Integer>[]: write 'SendChan<Integer> cs'");
        inClass("@Generator static void f(SendChan<? super Integer>[] «cs») {}",
                "a generator sends on one channel; found SendChan<? super Integer>[]: write 'SendChan<? super Integer> cs'");
        inClass("@Generator static void f(SendChan<?>[] «cs») {}",
                "a generator sends on one channel; found SendChan<?>[]: write 'SendChan<T> cs'");
        inClass("@SuppressWarnings(\"rawtypes\") @Generator static void f(SendChan... «cs») {}",
                "a generator sends on one channel; found SendChan...: write 'SendChan<T> cs'");
    }

    @Test
    void generatorWithTheWrongEnd() {
        inClass("@Generator static void f(Chan<List<String>> «c») {}",
                "a generator only sends on its last parameter; found Chan<List<String>>: write 'SendChan<List<String>> c'");
        inClass("@Generator static void f(RecvChan<Integer> «c») {}",
                "a generator only sends on its last parameter; found RecvChan<Integer>: write 'SendChan<Integer> c'");
    }

    @Test
    void generatorWithARawChannel() {
        inClass("@Generator static void f(@SuppressWarnings(\"rawtypes\") SendChan «c») {}",
                "the channel of a generator needs an element type; found the raw SendChan: write 'SendChan<T> c', for instance"
                        + " SendChan<String>");
    }

    @Test
    void generatorWithAWildcard() {
        inClass("@Generator static void f(SendChan<?> «c») {}",
                "nothing can be sent on a SendChan<?>: write 'SendChan<T> c'");
        inClass("@Generator static void f(SendChan<? extends Number> «c») {}",
                "nothing can be sent on a SendChan<? extends Number>: write 'SendChan<Number> c'");
    }

    @Test
    void generatorThatReturns() {
        inClass("@Generator static int «f»(String s) { return 1; }",
                "a generator returns nothing, what it produces it sends; found int: write 'void f(String s, SendChan<Integer> c)',"
                        + " or annotate it @Goroutine to deliver one value");
        inClass("@Generator static RecvChan<String> «f»(int n) { return null; }",
                "a generator does not make and return its channel, its launcher does; found RecvChan<String>: write"
                        + " 'void f(int n, SendChan<String> c)' and send on c");
        inClass("@SuppressWarnings(\"rawtypes\") @Generator static RecvChan «f»() { return null; }",
                "a generator does not make and return its channel, its launcher does; found RecvChan: write 'void f(SendChan<T> c)'"
                        + " and send on c");
        inClass("@Generator static boolean «f»(SendChan<String> c) { return true; }",
                "a generator returns nothing, what it produces it sends; found boolean: write 'void'");
    }

    /** The accessor that is made of it is in no file. In javac alone: ecj has no place for anything of a record's head. */
    @Test
    void recordComponent() {
        Compilation compilation = Compilation.of(Compiler.JAVAC, temp, Map.of("A.java", HEAD
                + "class A {\n    private static class P {}\n    record R(int n,\n        @Generator String s,\n        @Goroutine P p) {}\n"
                + "    static void use() { A_RGo.go(() -> {}); }\n}\n"), List.of());
        assertEquals(
                List.of("A.java:7:27 a generator returns nothing, what it produces it sends; found String: write"
                                + " 'void s(SendChan<String> c)', or annotate it @Goroutine to deliver one value",
                        "A.java:8:22 p returns the private class P, which its launcher could not name: leave out 'private' of P"),
                compilation.errors().stream()
                        .map(error -> Path.of(error.getSource().toUri()).getFileName() + ":" + error.getLineNumber() + ":"
                                + error.getColumnNumber() + " " + error.getMessage(Locale.ROOT))
                        .toList());
    }

    @Test
    void negativeBuffer() {
        inClass("@Generator(buffer = «-1») static void f(SendChan<Integer> c) {}",
                "the capacity of a channel is 0 or more; found -1: write 'buffer = 0', or leave it out, for an unbuffered one");
    }

    @Test
    void main() {
        inClass("@Goroutine static void «main»(int n) {}",
                "main takes (int), but the program has only its arguments to give: write 'static void main()' or"
                        + " 'static void main(String[] args)', or give the method another name");
        inClass("@Goroutine static int «main»() { return 1; }",
                "main returns int, but nobody could receive it: write 'static void main()'");
        inClass("@Goroutine void «main»() {}",
                "main is an instance method, but the main goroutine has no receiver: write 'static void main()'");
        inClass("@Goroutine static int «main»(String[] args) { return 1; }",
                "main returns int, but nobody could receive it: write 'static void main(String[] args)'");
        inClass("@Goroutine void «main»(String... words) {}",
                "main is an instance method, but the main goroutine has no receiver: write 'static void main(String... words)'");
        inClass("@Goroutine static void main() {}\n    @Goroutine static void «main»(String[] args) {}",
                "there are two methods main annotated @Goroutine, but a program has one main goroutine: annotate one of them");
    }

    @Test
    void mainWithAStringOfTheProgramsOwn() {
        check(HEAD + "class A {\n    @Goroutine static void «main»(String[] args) {}\n}\nclass String {}\n",
                "main takes (ex.String[]), but the program has only its arguments to give: write 'static void main()' or"
                        + " 'static void main(java.lang.String[] args)', or give the method another name");
    }

    @Test
    void clashes() {
        inClass("@Goroutine static void f(List<String> l) {}\n    @Generator static void «f»(List<Integer> l, SendChan<String> c) {}",
                "the launcher f(List) would clash with that of f(List<String>): give the method another name");
        inClass("@Goroutine static int f(int n) { return n; }\n    @Goroutine static void «f»(int n, SendChan<Integer> c) {}",
                "the launcher f(int, SendChan) would clash with that of f(int): give the method another name");
        inClass("@Generator static void «wait»(SendChan<Long> c) {}",
                "the launcher wait() would clash with the method wait of Object: give the method another name");
        inClass("@Generator void «notifyAll»(SendChan<Long> c) {}",
                "the launcher notifyAll() would clash with the method notifyAll of Object: give the method another name");
        inClass("@Goroutine static void «go»(Go.Body body) {}",
                "the launcher go(Go.Body) would clash with go(Go.Body), which starts a closure: give the method another name");
        inClass("@Goroutine static void «go»(Runnable body) {}",
                "the launcher go(Runnable) would clash with go(Go.Body), which starts a closure: give the method another name");
        inClass("@Generator static void «go»(java.util.concurrent.Callable<String> body, SendChan<String> c) {}",
                "the launcher go(Callable) would clash with go(Go.Body), which starts a closure: give the method another name");
        inClass("@Goroutine void f() {}\n    @Goroutine static void «go»(A a) {}",
                "the launcher go(A) would clash with go(A), which launches instance methods: give the method another name");
        inClass("@Generator static void «main»(SendChan<String> c) {}",
                "the launcher main() would clash with main, which starts the program: give the method another name");
    }

    @Test
    void functionalInterface() {
        check(HEAD + "«interface» A {\n    @Goroutine void run();\n    static void use() { AGo.go(() -> {}); }\n}\n",
                "A is a functional interface without parameters, so that go(() -> …) could mean a A or the body of a goroutine:"
                        + " make its methods static, with the receiver as a parameter, or annotate them in a class that implements it");
    }

    /** An heir that annotates no instance method has nothing to mend. */
    @Test
    void functionalInterfaceWithHeirs() {
        check(HEAD + "«interface» A {\n    @Goroutine void run();\n}\n"
                        + "interface B extends A {\n    @Goroutine static void sound() {}\n    static void use() { BGo.go.sound(); }\n}\n"
                        + "class C implements B, Go.Body {\n    public void run() {}\n    @Goroutine static void sound() {}\n"
                        + "    static void use() { CGo.go.sound(); }\n}\n",
                "A is a functional interface without parameters, so that go(() -> …) could mean a A or the body of a goroutine:"
                        + " make its methods static, with the receiver as a parameter, or annotate them in a class that implements it");
    }

    @Test
    void bodyOfAGoroutine() {
        check(HEAD + "«class» A implements Go.Body {\n    public void run() {}\n    @Goroutine void f() {}\n"
                        + "    static void use() { AGo.go(() -> {}); }\n}\n",
                "A is a Go.Body, so that go(self) could mean to run it or to launch one of its methods: do not implement Go.Body,"
                        + " write go(self::run) where it is to run");
    }

    @Test
    void typesThatTheLauncherCannotName() {
        inClass("private static class P {}\n    @Goroutine static void f(P «p») {}",
                "f takes the private class P, which its launcher could not name: leave out 'private' of P");
        inClass("private static class P {}\n    @Goroutine static List<P[]> «f»() { return null; }",
                "f returns the private class P, which its launcher could not name: leave out 'private' of P");
        inClass("private static class P {}\n    @Generator static <T extends P> void «f»(SendChan<T> c) {}",
                "f has a type parameter bounded by the private class P, which its launcher could not name: leave out 'private' of P");
        check(HEAD + "class A {\n    private static class P {}\n    static «class» In<T extends P> {\n"
                        + "        @Goroutine void f() {}\n    }\n}\n",
                "the bound of T mentions P, which go(In) could not name: leave out 'private' of P");
    }

    @Test
    void typesOfAnotherPackage() {
        check(HEAD + "class A extends other.Base {\n    @Goroutine static void f(Inner «i») {}\n}\n",
                "f takes the class Inner of another package, which its launcher could not name: make Inner public",
                Map.of("other/Base.java", "package other;\npublic class Base {\n    protected static class Inner {}\n}\n"));
    }

    @Test
    void moreParametersThanTheJvmCanHandOn() {
        String parameters = IntStream.range(0, 125).mapToObj(i -> "long n" + i).collect(Collectors.joining(", "));
        inClass("@Generator static void «f»(" + parameters + ", SendChan<Long> c) {}",
                "f takes 251 parameters, a long or double counted twice, but a launcher can hand on 250: put some of them into a"
                        + " record");
    }

    @Test
    void nameOfTheCompanionIsTaken() {
        check(HEAD + "«class» A {\n    @Goroutine static void f() {}\n}\nclass AGo {}\n",
                "the launchers of A go into a class AGo, but there is a class of that name: rename one of the two");
    }

    @Test
    void nameOfTheCompanionIsThatOfAnother() {
        check(HEAD + "class A {\n    static class In { @Goroutine static void f() {} }\n}\n"
                        + "«class» A_In {\n    @Goroutine static void g() {}\n}\n",
                "the launchers of A_In go into a class A_InGo, but so do those of A.In: rename one of the two");
    }

    @Test
    void checkedExceptionsAreNoMistake() {
        String source = HEAD + "class A {\n    @Goroutine static void main() throws Exception {}\n"
                + "    @Generator static void g(SendChan<Integer> c) throws java.io.IOException {}\n}\n";
        assertEquals(List.of(), Compilation.of(Compiler.JAVAC, temp, Map.of("A.java", source), List.of("-Xlint:all")).diagnostics());
    }
}
