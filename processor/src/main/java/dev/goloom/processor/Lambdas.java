package dev.goloom.processor;

import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Tells which types a lambda without parameters could be meant for: {@code go(() -> …)} starts a closure. */
final class Lambdas {
    private final Elements elements;

    Lambdas(Elements elements) {
        this.elements = elements;
    }

    /** Whether {@code type} is a functional interface whose method takes nothing. */
    boolean fit(TypeElement type) {
        if (!type.getKind().isInterface() || type.getModifiers().contains(Modifier.SEALED)) {
            return false;
        }
        List<ExecutableElement> methods = ElementFilter.methodsIn(elements.getAllMembers(type)).stream()
                .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT))
                .filter(method -> !isOfObject(method))
                .toList();
        return !methods.isEmpty()
                && methods.stream().allMatch(method -> method.getParameters().isEmpty()
                        && method.getTypeParameters().isEmpty()
                        && method.getSimpleName().equals(methods.getFirst().getSimpleName()));
    }

    private boolean isOfObject(ExecutableElement method) {
        TypeElement object = elements.getTypeElement(Object.class.getName());
        return ElementFilter.methodsIn(object.getEnclosedElements()).stream()
                .anyMatch(own -> Access.isPublic(own)
                        && own.getSimpleName().equals(method.getSimpleName())
                        && own.getParameters().size() == method.getParameters().size());
    }
}
