package dev.goloom.processor;

import dev.goloom.Go;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The rules for a class that has annotated methods. Nothing is printed here. */
final class ClassChecks {
    private final Elements elements;
    private final Types types;
    private final Access access;

    ClassChecks(Elements elements, Types types, Access access) {
        this.elements = elements;
        this.types = types;
        this.access = access;
    }

    /** The problem that no other class can name {@code type}; it is reported at {@code method}, its first. */
    Optional<Problem> unreachable(TypeElement type, ExecutableElement method) {
        if (access.isNameless(type)) {
            return Optional.of(Problem.at(method, "%s is in a compact source file, whose class has no name by which its"
                    + " launcher could call it: put it into a class, 'class Name { … }'", method.getSimpleName()));
        }
        return access.hidden(type, type).map(hidden -> Problem.at(method, "%s is a method of the private class %s, so its"
                + " launcher could not call it: leave out 'private' of the class", method.getSimpleName(), hidden.getSimpleName()));
    }

    /** What keeps {@code go(self)} from being written for a {@code type} with these type variables. */
    Optional<Problem> problemOfReceiver(TypeElement type, List<TypeVariable> variables) {
        return takesBodies(type).or(() -> isBody(type)).or(() -> hiddenBound(type, variables));
    }

    private Optional<Problem> takesBodies(TypeElement type) {
        return problemIf(isFunctionWithoutParameters(type), type, "%s is a functional interface without parameters, so that"
                + " go(() -> …) could mean a %s or the body of a goroutine: make its methods static, with the receiver as a"
                + " parameter, or annotate them in a class that implements it", type.getSimpleName(), type.getSimpleName());
    }

    private Optional<Problem> isBody(TypeElement type) {
        TypeMirror body = elements.getTypeElement(Go.Body.class.getCanonicalName()).asType();
        return problemIf(types.isSubtype(types.erasure(type.asType()), body), type, "%s is a Go.Body, so that go(self) could"
                + " mean to run it or to launch one of its methods: do not implement Go.Body, write go(self::run) where it is"
                + " to run", type.getSimpleName());
    }

    private Optional<Problem> hiddenBound(TypeElement type, List<TypeVariable> variables) {
        return variables.stream()
                .flatMap(variable -> access.hidden(MentionedTypes.of(variable.getUpperBound()), type).stream()
                        .map(hidden -> Problem.at(type, "the bound of %s mentions %s, which go(%s) could not name: %s",
                                variable.asElement().getSimpleName(), hidden.getSimpleName(), type.getSimpleName(),
                                Checks.makeVisible(hidden))))
                .findFirst();
    }

    /** Whether a bound mentions a class that does not exist. */
    boolean anyMissing(List<TypeVariable> variables) {
        return variables.stream().anyMatch(variable -> MentionedTypes.anyMissing(MentionedTypes.of(variable.getUpperBound())));
    }

    /** Whether a lambda without parameters could be meant for {@code type}. */
    private boolean isFunctionWithoutParameters(TypeElement type) {
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

    private static Optional<Problem> problemIf(boolean broken, Element element, String format, Object... arguments) {
        return broken ? Optional.of(Problem.at(element, format, arguments)) : Optional.empty();
    }
}
