package dev.goloom.processor;

import dev.goloom.Generator;
import dev.goloom.Goroutine;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** What the checks and the parser ask of elements and types. */
final class Annotated {
    private Annotated() {}

    static boolean isGoroutine(ExecutableElement method) {
        return method.getAnnotation(Goroutine.class) != null;
    }

    static boolean isGenerator(ExecutableElement method) {
        return method.getAnnotation(Generator.class) != null;
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

    /** Whether {@code type} is {@code runtimeType}, of whatever arguments. */
    static boolean is(TypeMirror type, Class<?> runtimeType) {
        return type instanceof DeclaredType declared
                && declared.asElement() instanceof TypeElement element
                && element.getQualifiedName().contentEquals(runtimeType.getName());
    }

    /** The annotation of that type on the method. */
    static Optional<? extends AnnotationMirror> mirror(ExecutableElement method, Class<? extends Annotation> type) {
        return method.getAnnotationMirrors().stream().filter(mirror -> is(mirror.getAnnotationType(), type)).findFirst();
    }

    /** The value of that name, if it is written there. */
    static Optional<? extends AnnotationValue> value(AnnotationMirror annotation, String name) {
        return annotation.getElementValues().entrySet().stream()
                .filter(entry -> entry.getKey().getSimpleName().contentEquals(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
