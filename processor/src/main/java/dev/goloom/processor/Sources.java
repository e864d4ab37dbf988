package dev.goloom.processor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * All that the companion of a class is made from: the class, the classes that it is in and what it extends, with their
 * annotated methods.
 */
final class Sources {
    private final Set<TypeElement> classes = new LinkedHashSet<>();
    private final List<DeclaredType> mentioned = new ArrayList<>();
    private final List<DeclaredType> annotations = new ArrayList<>();
    private final List<ExecutableElement> methods = new ArrayList<>();

    private Sources() {}

    static Sources of(TypeElement type) {
        Sources sources = new Sources();
        for (TypeElement each = type; each != null; each = around(each)) {
            sources.climb(each);
        }
        return sources;
    }

    /** Whether anything mentions a class that does not exist, or not yet: another processor may be about to write it. */
    boolean anyMissing() {
        return MentionedTypes.anyMissing(mentioned)
                || MentionedTypes.anyMissing(annotations)
                || methods.stream().anyMatch(Annotated::isBufferUnknown);
    }

    /** Whether anything mentions a class that does not exist, and has one of these simple names. */
    boolean missesAny(Set<String> names) {
        return mentioned.stream()
                .filter(type -> type.getKind() == TypeKind.ERROR)
                .anyMatch(type -> names.contains(type.asElement().getSimpleName().toString()));
    }

    /** Whether anything mentions a class of that name in the unnamed package. */
    boolean mentions(String name) {
        return mentioned.stream()
                .map(type -> (TypeElement) type.asElement())
                .anyMatch(type -> type.getQualifiedName().contentEquals(name));
    }

    private void climb(TypeElement type) {
        if (!classes.add(type)) {
            return;
        }
        mentioned.addAll(MentionedTypes.inBounds(type.getTypeParameters()));
        ElementFilter.methodsIn(type.getEnclosedElements()).stream().filter(Annotated::isAny).forEach(method -> {
            methods.add(method);
            mentioned.addAll(MentionedTypes.in(method));
            annotations.addAll(MentionedTypes.annotationsIn(method));
        });
        extend(type.getSuperclass());
        type.getInterfaces().forEach(this::extend);
    }

    private void extend(TypeMirror above) {
        mentioned.addAll(MentionedTypes.of(above));
        if (above.getKind() == TypeKind.DECLARED) {
            climb((TypeElement) ((DeclaredType) above).asElement());
        }
    }

    private static TypeElement around(TypeElement type) {
        return type.getEnclosingElement() instanceof TypeElement around ? around : null;
    }
}
