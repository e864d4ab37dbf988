package dev.goloom.processor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * The annotated instance methods that a class has from above. A method that overrides an annotated one without being
 * annotated is launched as the one above is: the launcher calls whatever the receiver has.
 */
final class InheritedMethods {
    private final Elements elements;
    private final Types types;
    private final Access access;

    InheritedMethods(Elements elements, Types types, Access access) {
        this.elements = elements;
        this.types = types;
        this.access = access;
    }

    /** Those that the companion of {@code type} can call: nearer classes first, superclasses before interfaces. */
    List<Inherited> of(TypeElement type) {
        Set<TypeElement> above = new LinkedHashSet<>();
        climb(type.asType(), above);
        List<Inherited> inherited = new ArrayList<>();
        for (TypeElement each : above) {
            ElementFilter.methodsIn(each.getEnclosedElements()).stream()
                    .filter(method -> Annotated.isAny(method) && !Annotated.isStatic(method))
                    .filter(method -> mentionsNothingHidden(method, type))
                    .flatMap(method -> called(method, type, above).map(called -> new Inherited(method, called)).stream())
                    .forEach(inherited::add);
        }
        return inherited;
    }

    private void climb(TypeMirror type, Set<TypeElement> above) {
        for (TypeMirror each : types.directSupertypes(type)) {
            if (above.add((TypeElement) ((DeclaredType) each).asElement())) {
                climb(each, above);
            }
        }
    }

    /** What a call of {@code method} on the heir means, if a companion in the package of the heir can call it. */
    private Optional<ExecutableElement> called(ExecutableElement method, TypeElement heir, Set<TypeElement> above) {
        List<TypeElement> nearest = new ArrayList<>(List.of(heir));
        nearest.addAll(above);
        return nearest.stream()
                .flatMap(each -> ElementFilter.methodsIn(each.getEnclosedElements()).stream())
                .filter(each -> each.equals(method) || overrides(each, method, heir))
                .findFirst()
                .filter(called -> access.isAccessible(called, heir) && isMember(called, heir));
    }

    /** In its own class, or in the heir alone: where that takes it for a method of an interface. */
    private boolean overrides(ExecutableElement method, ExecutableElement other, TypeElement heir) {
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        return method.getSimpleName().equals(other.getSimpleName())
                && isMember(other, owner)
                && (elements.overrides(method, other, owner) || elements.overrides(method, other, heir));
    }

    /** Whether {@code heir} has it: one without modifier is lost for good where a class of another package is in between. */
    private boolean isMember(ExecutableElement method, TypeElement heir) {
        if (Access.isPublic(method) || method.getModifiers().contains(Modifier.PROTECTED)) {
            return true;
        }
        for (TypeElement each = heir; !each.equals(method.getEnclosingElement()); each = (TypeElement) types.asElement(each.getSuperclass())) {
            if (each.getSuperclass().getKind() != TypeKind.DECLARED || !access.isAccessible(method, each)) {
                return false;
            }
        }
        return true;
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
