package dev.goloom.processor;

import com.palantir.javapoet.ClassName;
import dev.goloom.Go;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The rules for a class that has annotated methods. Nothing is printed here. */
final class ClassChecks {
    private final Elements elements;
    private final Types types;
    private final Access access;
    private final Lambdas lambdas;

    ClassChecks(Elements elements, Types types, Access access, Lambdas lambdas) {
        this.elements = elements;
        this.types = types;
        this.access = access;
        this.lambdas = lambdas;
    }

    /** The problem that no other class can name {@code type}; it is reported at {@code method}, its first. */
    Optional<Problem> unreachable(TypeElement type, ExecutableElement method) {
        if (access.isNameless(type)) {
            return Optional.of(Problem.at(method, "%s is in a compact source file, whose class has no name by which its"
                    + " launcher could call it: put it into a class, 'class Name { … }'", method.getSimpleName()));
        }
        return access.hidden(type, type)
                .map(hidden -> hidden.equals(type)
                        ? Problem.at(method, "%s is a method of the private class %s, so its launcher could not call it:"
                                + " leave out 'private' of the class", method.getSimpleName(), type.getSimpleName())
                        : Problem.at(method, "%s is a method of %s, which is in the private class %s, so its launcher could not call"
                                + " it: leave out 'private' of %s", method.getSimpleName(), type.getSimpleName(),
                                hidden.getSimpleName(), hidden.getSimpleName()))
                .or(() -> isCalledGo(type, method));
    }

    private static Optional<Problem> isCalledGo(TypeElement type, ExecutableElement method) {
        return problemIf(ClassName.get(type).topLevelClassName().simpleName().equals("go"), method, "%s is a method of the class"
                + " go, which its launcher could not call: there, go is the companion; give the class another name",
                method.getSimpleName());
    }

    /** What keeps {@code go(self)} from being written for a {@code type} with these type variables. */
    Optional<Problem> problemOfReceiver(TypeElement type, List<TypeVariable> variables) {
        return takesBodies(type).or(() -> isBody(type)).or(() -> hiddenBound(type, variables));
    }

    private Optional<Problem> takesBodies(TypeElement type) {
        return problemIf(lambdas.fit(type), type, "%s is a functional interface without parameters, so that"
                + " go(() -> …) could mean a %s or the body of a goroutine: make its methods static, with the receiver as a"
                + " parameter, or annotate them in a class that implements it", type.getSimpleName(), type.getSimpleName());
    }

    private Optional<Problem> isBody(TypeElement type) {
        boolean isBody = ClassId.of(ClassName.get(Go.Body.class), type, elements).in(elements)
                .filter(body -> types.isSubtype(types.erasure(type.asType()), body.asType()))
                .isPresent();
        return problemIf(isBody, type, "%s is a Go.Body, so that go(self) could"
                + " mean to run it or to launch one of its methods: do not implement Go.Body, write go(self::run) where it is"
                + " to run", type.getSimpleName());
    }

    private Optional<Problem> hiddenBound(TypeElement type, List<TypeVariable> variables) {
        return variables.stream()
                .flatMap(variable -> access.hidden(inBounds(variable), type).stream()
                        .map(hidden -> Problem.at(type, "the bound of %s mentions %s, which go(%s) could not name: %s",
                                variable.asElement().getSimpleName(), hidden.getSimpleName(), type.getSimpleName(),
                                Checks.makeVisible(hidden))))
                .findFirst();
    }

    /** Whether a bound mentions a class that does not exist. */
    boolean anyMissing(List<TypeVariable> variables) {
        return variables.stream().anyMatch(variable -> MentionedTypes.anyMissing(inBounds(variable)));
    }

    private static List<DeclaredType> inBounds(TypeVariable variable) {
        return MentionedTypes.inBounds(List.of((TypeParameterElement) variable.asElement()));
    }

    private static Optional<Problem> problemIf(boolean broken, Element element, String format, Object... arguments) {
        return broken ? Optional.of(Problem.at(element, format, arguments)) : Optional.empty();
    }
}
