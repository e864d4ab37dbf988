package dev.goloom.processor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/**
 * The annotated instance methods that a class has from above. A method that overrides an annotated one without being
 * annotated is launched as the one above is: the launcher calls whatever the receiver has.
 */
final class InheritedMethods {
    private final Types types;
    private final Access access;

    InheritedMethods(Types types, Access access) {
        this.types = types;
        this.access = access;
    }

    /** Those that the companion of {@code type} can call: nearer classes first, superclasses before interfaces. */
    List<ExecutableElement> of(TypeElement type) {
        Set<TypeElement> above = new LinkedHashSet<>();
        climb(type.asType(), above);
        List<ExecutableElement> methods = new ArrayList<>();
        for (TypeElement each : above) {
            ElementFilter.methodsIn(each.getEnclosedElements()).stream()
                    .filter(method -> Annotated.isAny(method) && !Annotated.isStatic(method))
                    .filter(method -> access.isAccessible(method, type) && mentionsOnlyAccessible(method, type))
                    .forEach(methods::add);
        }
        return methods;
    }

    private void climb(TypeMirror type, Set<TypeElement> above) {
        for (TypeMirror each : types.directSupertypes(type)) {
            if (above.add((TypeElement) ((DeclaredType) each).asElement())) {
                climb(each, above);
            }
        }
    }

    private boolean mentionsOnlyAccessible(ExecutableElement method, TypeElement type) {
        List<DeclaredType> mentioned = new ArrayList<>(MentionedTypes.of(method.getReturnType()));
        method.getParameters().forEach(parameter -> mentioned.addAll(MentionedTypes.of(parameter.asType())));
        mentioned.addAll(MentionedTypes.inBounds(method.getTypeParameters()));
        return MentionedTypes.anyMissing(mentioned) || access.hidden(mentioned, type).isEmpty();
    }
}
