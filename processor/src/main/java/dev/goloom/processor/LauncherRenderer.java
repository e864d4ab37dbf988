package dev.goloom.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.goloom.Launch;
import dev.goloom.RecvChan;
import dev.goloom.SendChan;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Renders a launcher. */
final class LauncherRenderer {
    /**
     * @param owner the class whose companion this is for
     * @param target what the method is called on: the class, or the receiver
     */
    MethodSpec render(Launcher launcher, ClassName owner, CodeBlock target) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(launcher.name())
                .addJavadoc(Documentation.ofLauncher(launcher, owner))
                .addTypeVariables(launcher.typeVariables())
                .varargs(launcher.varargs());
        if (launcher.isPublic()) {
            method.addModifiers(Modifier.PUBLIC);
        }
        launcher.deprecated().ifPresent(method::addAnnotation);
        if (launcher.safeVarargs()) {
            method.addAnnotation(SafeVarargs.class).addModifiers(Modifier.FINAL);
        }
        launcher.parameters().forEach(parameter -> method.addParameter(parameter.type(), parameter.name()));
        switch (launcher.kind()) {
            case GOROUTINE -> goroutine(method, launcher, target);
            case GENERATOR -> generator(method, launcher, target);
            case VALUE -> value(method, launcher, target);
            case VALUE_TO -> valueTo(method, launcher, target);
        }
        return method.build();
    }

    // void boring(String msg) { Launch.goroutine("boring", () -> Boring.boring(msg)); }
    private static void goroutine(MethodSpec.Builder method, Launcher launcher, CodeBlock target) {
        method.addStatement("$T.goroutine($S, () -> $L)", Launch.class, launcher.name(), call(launcher, target));
    }

    // RecvChan<String> boring(String msg) { return Launch.generator("boring", 0, c -> Boring.boring(msg, c)); }
    private static void generator(MethodSpec.Builder method, Launcher launcher, CodeBlock target) {
        method.returns(recvChan(launcher.element()))
                .addStatement("return $T.generator($S, $L, $N -> $L)",
                        Launch.class, launcher.name(), launcher.buffer(), launcher.channel(), call(launcher, target));
    }

    // RecvChan<Result> web(String query) { return Launch.value("web", () -> Search.web(query)); }
    private static void value(MethodSpec.Builder method, Launcher launcher, CodeBlock target) {
        method.returns(recvChan(launcher.element()))
                .addStatement("return $T.value($S, () -> $L)", Launch.class, launcher.name(), call(launcher, target));
    }

    // void web(String query, SendChan<? super Result> out) { Launch.value("web", () -> Search.web(query), out); }
    private static void valueTo(MethodSpec.Builder method, Launcher launcher, CodeBlock target) {
        TypeName out = ParameterizedTypeName.get(
                ClassName.get(SendChan.class), WildcardTypeName.supertypeOf(launcher.element()));
        method.addParameter(out, launcher.channel())
                .addStatement("$T.value($S, () -> $L, $N)",
                        Launch.class, launcher.name(), call(launcher, target), launcher.channel());
    }

    // Boring.boring(msg, c), or Boring.<T>boring(msg, c)
    private static CodeBlock call(Launcher launcher, CodeBlock target) {
        Stream<String> arguments = launcher.parameters().stream().map(Launcher.Parameter::name);
        if (launcher.kind() == Launcher.Kind.GENERATOR) {
            arguments = Stream.concat(arguments, Stream.of(launcher.channel()));
        }
        return CodeBlock.of("$L.$L$N($L)", target, typeArguments(launcher), launcher.name(),
                arguments.map(name -> CodeBlock.of("$N", name)).collect(CodeBlock.joining(", ")));
    }

    private static CodeBlock typeArguments(Launcher launcher) {
        return launcher.typeVariables().isEmpty()
                ? CodeBlock.of("")
                : launcher.typeVariables().stream()
                        .map(variable -> CodeBlock.of("$T", variable))
                        .collect(CodeBlock.joining(", ", "<", ">"));
    }

    private static TypeName recvChan(TypeName element) {
        return ParameterizedTypeName.get(ClassName.get(RecvChan.class), element);
    }
}
