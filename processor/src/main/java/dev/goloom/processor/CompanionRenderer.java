package dev.goloom.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.goloom.Go;
import dev.goloom.Launch;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** Renders a companion. {@link #companion} is the table of contents of the generated class. */
final class CompanionRenderer {
    private static final ClassName GENERATED = ClassName.get("javax.annotation.processing", "Generated");

    /** What the methods launched may be guilty of; they have been warned of where they are declared. */
    private static final List<String> SUPPRESSED =
            List.of("auxiliaryclass", "deprecation", "exports", "overloads", "rawtypes", "removal", "unchecked", "varargs");

    private final boolean hasGenerated;
    private final LauncherRenderer launchers = new LauncherRenderer();

    /** @param hasGenerated whether the compilation sees {@code javax.annotation.processing.Generated} */
    CompanionRenderer(boolean hasGenerated) {
        this.hasGenerated = hasGenerated;
    }

    JavaFile render(Companion companion) {
        return JavaFile.builder(companion.name().packageName(), companion(companion)).build();
    }

    private TypeSpec companion(Companion companion) {
        TypeSpec.Builder type = TypeSpec.classBuilder(companion.name())
                .addOriginatingElement(companion.origin())
                .addJavadoc(Documentation.ofCompanion(companion))
                .addAnnotation(suppressWarnings())
                .addModifiers(Modifier.FINAL)
                .addField(go(companion))
                .addMethod(constructor());
        if (hasGenerated) {
            type.addAnnotation(generated());
        }
        if (companion.isPublic()) {
            type.addModifiers(Modifier.PUBLIC);
        }
        companion.main().ifPresent(main -> type.addMethod(main(companion, main)));
        CodeBlock target = CodeBlock.of("$T", companion.owner());
        companion.statics().forEach(launcher -> type.addMethod(launchers.render(launcher, target)));
        if (!companion.instances().isEmpty()) {
            type.addMethod(goSelf(companion));
        }
        type.addMethod(goBody());
        if (!companion.instances().isEmpty()) {
            type.addType(on(companion));
        }
        return type.build();
    }

    // @Generated("dev.goloom.processor.GoloomProcessor")
    private static AnnotationSpec generated() {
        return AnnotationSpec.builder(GENERATED).addMember("value", "$S", GoloomProcessor.class.getName()).build();
    }

    // @SuppressWarnings({"auxiliaryclass", …})
    private static AnnotationSpec suppressWarnings() {
        CodeBlock names = SUPPRESSED.stream().map(name -> CodeBlock.of("$S", name)).collect(CodeBlock.joining(", ", "{", "}"));
        return AnnotationSpec.builder(SuppressWarnings.class).addMember("value", names).build();
    }

    // public static final BoringGo go = new BoringGo();
    private static FieldSpec go(Companion companion) {
        return FieldSpec.builder(companion.name(), "go", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("Launches: {@code go.f(x)} is Go's {@code go f(x)}. Import it statically.\n")
                .initializer("new $T()", companion.name())
                .build();
    }

    // private BoringGo() {}
    private static MethodSpec constructor() {
        return MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build();
    }

    // public static void main(String[] args) { Launch.main(() -> Boring.main()); }
    private static MethodSpec main(Companion companion, Companion.Main main) {
        return MethodSpec.methodBuilder("main")
                .addJavadoc(Documentation.ofMain(companion, main))
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameter(ArrayTypeName.of(String.class), "args")
                .addStatement("$T.main(() -> $T.main($L))", Launch.class, companion.owner(), main.takesArguments() ? "args" : "")
                .build();
    }

    // public static On go(Boring self) { return new On(self); }
    private static MethodSpec goSelf(Companion companion) {
        return MethodSpec.methodBuilder("go")
                .addJavadoc(Documentation.ofGoSelf(companion))
                .addModifiers(companion.isPublic() ? List.of(Modifier.PUBLIC, Modifier.STATIC) : List.of(Modifier.STATIC))
                .addTypeVariables(companion.typeVariables())
                .returns(onType(companion))
                .addParameter(companion.self(), "self")
                .addStatement("return new $T(self)", onType(companion))
                .build();
    }

    // public static void go(Go.Body body) { Go.go(body); }
    private static MethodSpec goBody() {
        return MethodSpec.methodBuilder("go")
                .addJavadoc(Documentation.ofGoBody())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameter(Go.Body.class, "body")
                .addStatement("$T.go(body)", Go.class)
                .build();
    }

    // public static final class On { private final Boring self; … }
    private TypeSpec on(Companion companion) {
        TypeSpec.Builder type = TypeSpec.classBuilder(onName(companion))
                .addJavadoc(Documentation.ofOn(companion))
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addTypeVariables(companion.typeVariables())
                .addField(companion.self(), "self", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(companion.self(), "self")
                        .addStatement("this.self = $T.requireNonNull(self, $S)", Objects.class, "go(null): there is no receiver")
                        .build());
        companion.instances().forEach(launcher -> type.addMethod(launchers.render(launcher, CodeBlock.of("this.self"))));
        return type.build();
    }

    private static ClassName onName(Companion companion) {
        return companion.name().nestedClass("On");
    }

    private static TypeName onType(Companion companion) {
        return companion.typeVariables().isEmpty()
                ? onName(companion)
                : ParameterizedTypeName.get(onName(companion), companion.typeVariables().toArray(TypeVariableName[]::new));
    }}
