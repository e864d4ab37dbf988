package dev.goloom.processor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
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
                    .filter(method -> access.isAccessible(method, type) && mentionsNothingHidden(method, type))
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

    /** Neither as declared, which the documentation links to, nor as it is in {@code heir}, where T may be a hidden class. */
    private boolean mentionsNothingHidden(ExecutableElement method, TypeElement heir) {
        ExecutableType type = (ExecutableType) types.asMemberOf((DeclaredType) heir.asType(), method);
        List<DeclaredType> mentioned = MentionedTypes.in(method);
        mentioned.addAll(MentionedTypes.of(type.getReturnType()));
        type.getParameterTypes().forEach(parameter -> mentioned.addAll(MentionedTypes.of(parameter)));
        type.getTypeVariables().forEach(variable -> TypeNames.boundsOf(variable).forEach(bound -> mentioned.addAll(MentionedTypes.of(bound))));
        Annotated.parameterTypes(method).forEach(parameter -> mentioned.addAll(MentionedTypes.of(types.erasure(parameter))));
        return MentionedTypes.anyMissing(mentioned) || access.hidden(mentioned, heir).isEmpty();
    }
}
