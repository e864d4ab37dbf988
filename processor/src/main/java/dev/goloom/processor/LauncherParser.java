package dev.goloom.processor;

import static dev.goloom.processor.Annotated.isGenerator;
import static dev.goloom.processor.Annotated.returnsValue;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import dev.goloom.SendChan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Name;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/** Turns an annotated method that has no mistake into its launchers. */
final class LauncherParser {
    private final Types types;

    LauncherParser(Types types) {
        this.types = types;
    }

    /** The launchers of a method of the class itself; {@code scope} has the names of the companion. */
    List<Launcher> parse(ExecutableElement method, Scope scope) {
        List<? extends TypeVariable> variables = ((ExecutableType) method.asType()).getTypeVariables();
        List<? extends Name> names = method.getParameters().stream().map(Element::getSimpleName).toList();
        return parse(new Signature(method, method, variables, Annotated.parameterTypes(method), names, method.getReturnType()), scope);
    }

    /**
     * The launchers of a method that the class has from above, where type variables may stand for other types. Names of
     * parameters and annotations of types are not the same when the method is read from a class file; what is generated
     * has to be, so it has neither.
     */
    List<Launcher> parseInherited(Inherited inherited, DeclaredType heir, Scope scope) {
        ExecutableElement method = inherited.method();
        ExecutableType type = (ExecutableType) types.asMemberOf(heir, method);
        List<String> names = IntStream.range(0, type.getParameterTypes().size()).mapToObj(i -> "arg" + i).toList();
        return parse(
                new Signature(
                        method, inherited.called(), type.getTypeVariables(), type.getParameterTypes(), names, type.getReturnType()),
                scope.withoutAnnotations());
    }

    private record Signature(
            ExecutableElement method,
            ExecutableElement called,
            List<? extends TypeVariable> variables,
            List<? extends TypeMirror> parameters,
            List<? extends CharSequence> names,
            TypeMirror result) {}

    private List<Launcher> parse(Signature signature, Scope scope) {
        if (isGenerator(signature.method())) {
            return List.of(generator(signature, scope.inner()));
        }
        if (returnsValue(signature.method())) {
            return List.of(
                    goroutine(signature, Launcher.Kind.VALUE, scope.inner()),
                    goroutine(signature, Launcher.Kind.VALUE_TO, scope.inner()));
        }
        return List.of(goroutine(signature, Launcher.Kind.GOROUTINE, scope.inner()));
    }

    /** Leaves out the channel; a last array then takes any number of arguments, as in Go's {@code gen(nums ...int)}. */
    private Launcher generator(Signature signature, Scope scope) {
        ExecutableElement method = signature.method();
        int last = signature.parameters().size() - 1;
        List<? extends TypeMirror> rest = signature.parameters().subList(0, last);
        List<TypeVariableName> typeVariables = scope.declare(signature.variables());
        List<Launcher.Parameter> parameters = parameters(signature.names(), rest, scope);
        return new Launcher(
                method,
                Launcher.Kind.GENERATOR,
                typeVariables,
                parameters,
                !rest.isEmpty() && rest.getLast() instanceof ArrayType array && Erasure.isReifiable(array.getComponentType()),
                false,
                sent(signature.parameters().get(last), scope),
                scope.newName(signature.names().get(last)),
                Annotated.buffer(method),
                Access.isPublic(signature.called()),
                deprecation(method),
                Erasure.of(rest),
                Erasure.of(Annotated.parameterTypes(method)));
    }

    private Launcher goroutine(Signature signature, Launcher.Kind kind, Scope scope) {
        ExecutableElement method = signature.method();
        boolean sends = kind == Launcher.Kind.VALUE_TO;
        boolean varargs = method.isVarArgs() && !sends;
        List<TypeVariableName> typeVariables = scope.declare(signature.variables());
        List<Launcher.Parameter> parameters = parameters(signature.names(), signature.parameters(), scope);
        List<TypeName> erased = new ArrayList<>(Erasure.of(signature.parameters()));
        if (sends) {
            erased.add(ClassName.get(SendChan.class));
        }
        return new Launcher(
                method,
                kind,
                typeVariables,
                parameters,
                varargs,
                varargs && Annotated.mirror(method, SafeVarargs.class).isPresent(),
                scope.types().visit(signature.result()).withoutAnnotations().box(),
                sends ? scope.newName("out") : "",
                0,
                Access.isPublic(signature.called()),
                deprecation(method),
                erased,
                Erasure.of(Annotated.parameterTypes(method)));
    }

    private static List<Launcher.Parameter> parameters(
            List<? extends CharSequence> names, List<? extends TypeMirror> types, Scope scope) {
        List<Launcher.Parameter> result = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            result.add(new Launcher.Parameter(scope.types().visit(types.get(i)), scope.newName(names.get(i))));
        }
        return result;
    }

    /** What is sent on a channel: T for {@code SendChan<? super T>} as well; a channel inherited from a raw type takes all. */
    private static TypeName sent(TypeMirror channel, Scope scope) {
        return Annotated.elementOf(channel)
                .map(element -> element instanceof WildcardType wildcard ? wildcard.getSuperBound() : element)
                .map(scope.types()::visit)
                .orElse(ClassName.OBJECT);
    }

    // @Deprecated(since = "2", forRemoval = true)
    private static Optional<AnnotationSpec> deprecation(ExecutableElement method) {
        return Annotated.mirror(method, Deprecated.class).map(mirror -> {
            AnnotationSpec.Builder annotation = AnnotationSpec.builder(Deprecated.class);
            Annotated.value(mirror, "since").map(AnnotationValue::getValue).filter(String.class::isInstance)
                    .ifPresent(since -> annotation.addMember("since", "$S", since));
            Annotated.value(mirror, "forRemoval").map(AnnotationValue::getValue).filter(Boolean.class::isInstance)
                    .ifPresent(removal -> annotation.addMember("forRemoval", "$L", removal));
            return annotation.build();
        });
    }
}
