package dev.goloom.processor;

import dev.goloom.Generator;
import dev.goloom.Goroutine;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * What the checks and the parser ask of elements and types. Annotations are read through their mirrors: the proxies of
 * {@link Element#getAnnotation} throw where a value is not of its type.
 */
final class Annotated {
    private Annotated() {}

    static boolean isGoroutine(ExecutableElement method) {
        return mirror(method, Goroutine.class).isPresent();
    }

    static boolean isGenerator(ExecutableElement method) {
        return mirror(method, Generator.class).isPresent();
    }

    static boolean isAny(ExecutableElement method) {
        return isGoroutine(method) || isGenerator(method);
    }

    static boolean isStatic(ExecutableElement method) {
        return method.getModifiers().contains(Modifier.STATIC);
    }

    /** Whether the method is the main goroutine, or would like to be. */
    static boolean isMain(ExecutableElement method) {
        return method.getSimpleName().contentEquals("main") && isGoroutine(method);
    }

    static boolean returnsValue(ExecutableElement method) {
        return method.getReturnType().getKind() != TypeKind.VOID;
    }

    static Optional<VariableElement> lastParameter(ExecutableElement method) {
        List<? extends VariableElement> parameters = method.getParameters();
        return parameters.isEmpty() ? Optional.empty() : Optional.of(parameters.getLast());
    }

    static List<? extends TypeMirror> parameterTypes(ExecutableElement method) {
        return method.getParameters().stream().map(Element::asType).toList();
    }

    /** The capacity that a generator asks for; 0 if it does not say so, or what it says is no number. */
    static int buffer(ExecutableElement method) {
        return mirror(method, Generator.class)
                .flatMap(annotation -> value(annotation, "buffer"))
                .map(AnnotationValue::getValue)
                .filter(Integer.class::isInstance)
                .map(Integer.class::cast)
                .orElse(0);
    }

    /** Whether a generator's capacity is a constant that cannot be known, or not yet. */
    static boolean isBufferUnknown(ExecutableElement method) {
        return mirror(method, Generator.class)
                .flatMap(annotation -> value(annotation, "buffer"))
                .filter(value -> !(value.getValue() instanceof Integer))
                .isPresent();
    }

    /** Whether {@code type} is {@code runtimeType}, of whatever arguments. */
    static boolean is(TypeMirror type, Class<?> runtimeType) {
        return type instanceof DeclaredType declared
                && declared.asElement() instanceof TypeElement element
                && element.getQualifiedName().contentEquals(runtimeType.getName());
    }

    /** The annotation of that type on the element. */
    static Optional<? extends AnnotationMirror> mirror(Element element, Class<? extends Annotation> type) {
        return element.getAnnotationMirrors().stream().filter(mirror -> is(mirror.getAnnotationType(), type)).findFirst();
    }

    /** The value of that name, if it is written there. */
    static Optional<? extends AnnotationValue> value(AnnotationMirror annotation, String name) {
        return annotation.getElementValues().entrySet().stream()
                .filter(entry -> entry.getKey().getSimpleName().contentEquals(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The element type of a channel type; empty for a raw one. */
    static Optional<TypeMirror> elementOf(TypeMirror channel) {
        List<? extends TypeMirror> arguments = ((DeclaredType) channel).getTypeArguments();
        return arguments.isEmpty() ? Optional.empty() : Optional.of(arguments.getFirst());
    }
}
