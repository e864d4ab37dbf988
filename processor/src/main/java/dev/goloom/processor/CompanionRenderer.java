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

    /**
     * What the methods launched may be guilty of; they have been warned of where they are declared. The first one is for
     * the compiler of Eclipse, which knows no more than some of the others.
     */
    private static final List<String> SUPPRESSED = List.of(
            "all", "auxiliaryclass", "deprecation", "exports", "identity", "overloads", "rawtypes", "removal", "static", "unchecked",
            "varargs");

    private final LauncherRenderer launchers = new LauncherRenderer();

    /** @param hasGenerated whether the annotated class sees {@code javax.annotation.processing.Generated} */
    JavaFile render(Companion companion, boolean hasGenerated) {
        return JavaFile.builder(companion.name().packageName(), companion(companion, hasGenerated)).build();
    }

    private TypeSpec companion(Companion companion, boolean hasGenerated) {
        TypeSpec.Builder type = TypeSpec.classBuilder(companion.name())
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
        CodeBlock target = owner(companion);
        companion.statics().forEach(launcher -> type.addMethod(launchers.render(launcher, companion.owner(), target)));
        companion.receiver().ifPresent(receiver -> type.addMethod(goSelf(companion, receiver)));
        type.addMethod(goBody());
        companion.receiver().ifPresent(receiver -> type.addType(on(companion, receiver)));
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
                .addJavadoc(Documentation.ofGo())
                .initializer("new $T()", companion.name())
                .build();
    }

    // private BoringGo() {}
    private static MethodSpec constructor() {
        return MethodSpec.constructorBuilder().addJavadoc(Documentation.ofConstructor()).addModifiers(Modifier.PRIVATE).build();
    }

    // public static void main(String[] args) { Launch.main(() -> Boring.main()); }
    private static MethodSpec main(Companion companion, Companion.Main main) {
        return MethodSpec.methodBuilder("main")
                .addJavadoc(Documentation.ofMain(companion, main))
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameter(ArrayTypeName.of(String.class), main.arguments())
                .addStatement("$T.main(() -> $L.main($L))",
                        Launch.class, owner(companion), main.takesArguments() ? main.arguments() : "")
                .build();
    }

    // Boring, or ((Outer.Inner) null) where Outer has a field Inner: a cast names a class and nothing else
    private static CodeBlock owner(Companion companion) {
        return CodeBlock.of(companion.obscured() ? "(($T) null)" : "$T", companion.owner());
    }

    // public static On go(Boring self) { return new On(self); }
    private static MethodSpec goSelf(Companion companion, Companion.Receiver receiver) {
        return MethodSpec.methodBuilder("go")
                .addJavadoc(Documentation.ofGoSelf(companion, receiver))
                .addModifiers(companion.isPublic() ? List.of(Modifier.PUBLIC, Modifier.STATIC) : List.of(Modifier.STATIC))
                .addTypeVariables(receiver.typeVariables())
                .returns(onType(receiver))
                .addParameter(receiver.type(), "self")
                .addStatement("return new $T(self)", onType(receiver))
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
    private TypeSpec on(Companion companion, Companion.Receiver receiver) {
        TypeSpec.Builder type = TypeSpec.classBuilder(receiver.on())
                .addJavadoc(Documentation.ofOn(companion, receiver))
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addTypeVariables(receiver.typeVariables())
                .addField(FieldSpec.builder(receiver.type(), "self", Modifier.PRIVATE, Modifier.FINAL)
                        .addJavadoc(Documentation.ofSelf())
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addJavadoc(Documentation.ofOnConstructor())
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(receiver.type(), "self")
                        .addStatement("this.self = $T.requireNonNull(self, $S)", Objects.class, "go(null): there is no receiver")
                        .build());
        CodeBlock target = CodeBlock.of("this.self");
        receiver.launchers().forEach(launcher -> type.addMethod(launchers.render(launcher, companion.owner(), target)));
        return type.build();
    }

    private static TypeName onType(Companion.Receiver receiver) {
        return receiver.typeVariables().isEmpty()
                ? receiver.on()
                : ParameterizedTypeName.get(receiver.on(), receiver.typeVariables().toArray(TypeVariableName[]::new));
    }
}
