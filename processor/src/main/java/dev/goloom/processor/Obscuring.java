package dev.goloom.processor;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Finds the fields that obscure a class (JLS 6.4.2): {@code A.In.f()} is a call on the field In of A, if there is one. */
final class Obscuring {
    private final Access access;

    Obscuring(Access access) {
        this.access = access;
    }

    /** The field that an expression would mean by the name of {@code type}, or by that of a class around it. */
    Optional<VariableElement> fieldInsteadOf(TypeElement type) {
        for (Element each = type; each.getEnclosingElement() instanceof TypeElement around; each = around) {
            Optional<VariableElement> field = field(each, around, type, new HashSet<>());
            if (field.isPresent()) {
                return field;
            }
        }
        return Optional.empty();
    }

    /** The field of {@code owner} that has the name of {@code nested}, be it from above; what is not accessible obscures nothing. */
    private Optional<VariableElement> field(Element nested, TypeElement owner, TypeElement from, Set<TypeElement> seen) {
        if (!seen.add(owner)) {
            return Optional.empty();
        }
        Optional<VariableElement> own = ElementFilter.fieldsIn(owner.getEnclosedElements()).stream()
                .filter(field -> field.getSimpleName().equals(nested.getSimpleName()) && access.isAccessible(field, from))
                .findFirst();
        return own.or(() -> above(nested, owner.getSuperclass(), from, seen))
                .or(() -> owner.getInterfaces().stream().flatMap(each -> above(nested, each, from, seen).stream()).findFirst());
    }

    private Optional<VariableElement> above(Element nested, TypeMirror type, TypeElement from, Set<TypeElement> seen) {
        return type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element
                ? field(nested, element, from, seen)
                : Optional.empty();
    }
}
