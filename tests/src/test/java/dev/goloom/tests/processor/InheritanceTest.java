package dev.goloom.tests.processor;

import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.tests.processor.Compilation.Compiler;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A companion launches what a call on the class itself could call, and leaves out the rest of what is above. */
class InheritanceTest {
    @TempDir
    Path temp;

    /** Both compilers take the sources without a warning, and generate the same. */
    private Map<String, String> generated(Map<String, String> sources) {
        Compilation javac = Compilation.of(Compiler.JAVAC, temp.resolve("javac"), sources, List.of("-Xlint:all", "-Werror"));
        assertEquals(List.of(), javac.diagnostics());
        Compilation ecj = Compilation.of(Compiler.ECJ, temp.resolve("ecj"), sources, List.of());
        assertEquals(List.of(), ecj.errors());
        assertEquals(javac.generated(), ecj.generated());
        return javac.generated();
    }

    @Test
    void aMethodWithoutModifierEndsAtAClassOfAnotherPackage() {
        Map<String, String> generated = generated(Map.of(
                "a/Base.java", "package a;\nimport dev.goloom.*;\npublic class Base { @Goroutine void f() {} }\n",
                "b/Mid.java", "package b;\npublic class Mid extends a.Base {}\n",
                "a/Sub.java", "package a;\nimport dev.goloom.*;\nclass Sub extends b.Mid { @Goroutine void g() {} }\n",
                "a/Near.java", "package a;\nimport dev.goloom.*;\nclass Near extends Base {\n    @Goroutine void g() {}\n"
                        + "    static void use() { NearGo.go(new Near()).f(); }\n}\n"));
        assertFalse(generated.get("SubGo.java").contains("void f("));
    }

    @Test
    void anOverrideMayBeAccessibleWhereTheMethodAboveIsNot() {
        Map<String, String> generated = generated(Map.of(
                "a/Base.java", "package a;\nimport dev.goloom.*;\npublic class Base {\n    @Goroutine protected void f() {}\n"
                        + "    @Goroutine protected void g() {}\n    @Goroutine protected void h() {}\n    @Goroutine void i() {}\n}\n",
                "a/Mid.java", "package a;\npublic class Mid extends Base {\n    @Override public void h() {}\n    @Override public void i() {}\n}\n",
                "b/Sub.java", "package b;\nimport dev.goloom.*;\npublic class Sub extends a.Mid {\n    @Override public void f() {}\n"
                        + "    @Override protected void g() {}\n    @Goroutine void own() {}\n}\n",
                "b/Use.java", "package b;\nclass Use {\n    void use(Sub s) {\n        SubGo.go(s).f();\n        SubGo.go(s).g();\n"
                        + "        SubGo.go(s).h();\n        SubGo.go(s).i();\n    }\n}\n",
                "c/Far.java", "package c;\nclass Far {\n    void far(b.Sub s) {\n        b.SubGo.go(s).f();\n        b.SubGo.go(s).i();\n    }\n}\n"));
        assertFalse(generated.get("SubGo.java").contains("public void g("));
    }

    @Test
    void anOverrideMayBeInaccessibleWhereTheMethodAboveIsNot() {
        Map<String, String> generated = generated(Map.of(
                "a/Base.java", "package a;\nimport dev.goloom.*;\npublic class Base { @Goroutine protected void f() {} }\n",
                "b/Mid.java", "package b;\npublic class Mid extends a.Base { @Override protected void f() {} }\n",
                "a/Sub.java", "package a;\nimport dev.goloom.*;\nclass Sub extends b.Mid { @Goroutine void g() {} }\n"));
        assertFalse(generated.get("SubGo.java").contains("void f("));
    }

    @Test
    void anAmbiguousCallIsNoLauncher() {
        Map<String, String> generated = generated(Map.of(
                "a/Above.java", "package a;\nimport dev.goloom.*;\npublic interface Above<T> {\n    @Goroutine void f(T t);\n"
                        + "    @Goroutine void f(String s);\n    @Goroutine <X> void g(T t, X x);\n    <Y> void g(String s, Y y);\n"
                        + "    @Goroutine void h(T t);\n    @Goroutine void h(CharSequence s);\n}\n",
                "a/Both.java", "package a;\nimport dev.goloom.*;\nabstract class Both implements Above<String> { @Goroutine void own() {} }\n",
                "a/Overriding.java", "package a;\nimport dev.goloom.*;\nabstract class Overriding implements Above<String> {\n"
                        + "    @Override public void f(String s) {}\n    @Goroutine void own() {}\n}\n",
                "a/Use.java", "package a;\nclass Use {\n    void use(Both b, Overriding o, Above<Integer> a) {\n        BothGo.go(b).h(\"\");\n"
                        + "        OverridingGo.go(o).f(\"\");\n        AboveGo.go(a).f(1);\n        AboveGo.go(a).f(\"\");\n        AboveGo.go(a).g(1, 2);\n    }\n}\n"));
        assertFalse(generated.get("BothGo.java").contains("void f("));
        assertFalse(generated.get("BothGo.java").contains("void g("));
    }

    @Test
    void aMissingTypeMakesNothingAmbiguous() {
        Compilation javac = Compilation.of(Compiler.JAVAC, temp, Map.of(
                "Above.java", "import dev.goloom.*;\npublic interface Above<T> {\n    @Goroutine void f(T t);\n    void f(String s);\n}\n",
                "Sub.java", "import dev.goloom.*;\nabstract class Sub implements Above<Missing> {\n    @Goroutine void own() {}\n"
                        + "    void use() { SubGo.go(this).f(null); }\n}\n"), List.of());
        assertEquals(1, javac.errors().size(), () -> javac.errors().toString());
    }
}
