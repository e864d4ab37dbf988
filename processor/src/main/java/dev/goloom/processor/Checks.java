package dev.goloom.processor;

import static dev.goloom.processor.Annotated.is;
import static dev.goloom.processor.Annotated.isGenerator;
import static dev.goloom.processor.Annotated.isGoroutine;
import static dev.goloom.processor.Annotated.isMain;
import static dev.goloom.processor.Annotated.isStatic;
import static dev.goloom.processor.Annotated.returnsValue;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * The rules for one annotated method. Each is a method that returns the problem, if there is one; the first rule that a
 * method breaks is the one that is reported. Nothing is printed here.
 */
final class Checks {
    /** The JVM allows 255, and needs a few for the receiver, the channel and the call of a lambda. */
    private static final int MOST_PARAMETERS = 250;

    private final Access access;
    private final Obscuring obscuring;

    private final List<Function<ExecutableElement, Optional<Problem>>> rules = List.of(
            this::oneAnnotation,
            this::notPrivate,
            this::notInObscuredInterface,
            this::mainIsStatic,
            this::mainReturnsNothing,
            this::mainTakesArgumentsOrNothing,
            GeneratorChecks::problemOf,
            this::mentionsNothingHidden,
            Checks::notTooManyParameters);

    Checks(Access access, Obscuring obscuring) {
        this.access = access;
        this.obscuring = obscuring;
    }

    /** The first rule that {@code method} breaks. */
    Optional<Problem> problemOf(ExecutableElement method) {
        return rules.stream().map(rule -> rule.apply(method)).flatMap(Optional::stream).findFirst();
    }

    /** A rule for a method among others: {@code before} are the sound ones before it. */
    Optional<Problem> oneMain(ExecutableElement method, List<ExecutableElement> before) {
        return problemIf(isMain(method) && before.stream().anyMatch(Annotated::isMain), method,
                "there are two methods main annotated @Goroutine, but a program has one main goroutine: annotate one of them");
    }

    private Optional<Problem> oneAnnotation(ExecutableElement method) {
        return problemIf(isGoroutine(method) && isGenerator(method), method,
                "%s is annotated both @Goroutine and @Generator: keep @Generator if its last parameter is the channel it"
                        + " produces, else @Goroutine", method.getSimpleName());
    }

    private Optional<Problem> notPrivate(ExecutableElement method) {
        return problemIf(method.getModifiers().contains(Modifier.PRIVATE), method,
                "%s is private, so its launcher could not call it: leave out 'private'", method.getSimpleName());
    }

    /** Of a class it could be called through a cast, but not of an interface. */
    private Optional<Problem> notInObscuredInterface(ExecutableElement method) {
        TypeElement type = (TypeElement) method.getEnclosingElement();
        return isStatic(method) && type.getKind().isInterface()
                ? obscuring.fieldInsteadOf(type).map(field -> Problem.at(method, "%s is a static method of the interface %s, but an"
                        + " expression means the field %s of %s by that name, so its launcher could not call it: rename the field"
                        + " or the class", method.getSimpleName(), String.join(".", ClassName.get(type).simpleNames()),
                        field.getSimpleName(), field.getEnclosingElement().getSimpleName()))
                : Optional.empty();
    }

    private Optional<Problem> mainIsStatic(ExecutableElement method) {
        return problemIf(isMain(method) && !isStatic(method), method,
                "main is an instance method, but the main goroutine has no receiver: write 'static void main(%s)'", arguments(method));
    }

    private Optional<Problem> mainReturnsNothing(ExecutableElement method) {
        return isMain(method) && returnsValue(method)
                ? Optional.of(Problem.at(method, "main returns %s, but nobody could receive it: write 'static void main(%s)'",
                        Names.of(method.getReturnType()), arguments(method)))
                : Optional.empty();
    }

    private Optional<Problem> mainTakesArgumentsOrNothing(ExecutableElement method) {
        return isMain(method) && !method.getParameters().isEmpty() && !takesArguments(method)
                ? Optional.of(Problem.at(method, "main takes (%s), but the program has only its arguments to give: write"
                        + " 'static void main()' or 'static void main(%s[] args)', or give the method another name",
                        Names.of(Annotated.parameterTypes(method)), nameOfString(method)))
                : Optional.empty();
    }

    private static boolean takesArguments(ExecutableElement method) {
        return method.getParameters().size() == 1
                && method.getParameters().getFirst().asType() instanceof ArrayType array
                && is(array.getComponentType(), String.class);
    }

    /** The parameters that a main may keep, as they are written there. */
    private static String arguments(ExecutableElement method) {
        return takesArguments(method) ? Names.ofLast(method) + " " + method.getParameters().getFirst().getSimpleName() : "";
    }

    /** What String is called where {@code method} is: the class that it takes may have that name. */
    private static String nameOfString(ExecutableElement method) {
        boolean taken = method.getParameters().stream()
                .map(VariableElement::asType)
                .anyMatch(type -> Names.isNamesakeOf(String.class, type instanceof ArrayType array ? array.getComponentType() : type));
        return taken ? String.class.getName() : String.class.getSimpleName();
    }

    private Optional<Problem> mentionsNothingHidden(ExecutableElement method) {
        for (VariableElement parameter : method.getParameters()) {
            Optional<Problem> problem = hidden(method, parameter, "takes", MentionedTypes.of(parameter.asType()));
            if (problem.isPresent()) {
                return problem;
            }
        }
        for (TypeParameterElement parameter : method.getTypeParameters()) {
            Optional<Problem> problem = hidden(method, method, "has a type parameter bounded by", MentionedTypes.inBounds(List.of(parameter)));
            if (problem.isPresent()) {
                return problem;
            }
        }
        return hidden(method, method, "returns", MentionedTypes.of(method.getReturnType()));
    }

    private Optional<Problem> hidden(ExecutableElement method, Element culprit, String verb, List<DeclaredType> types) {
        return access.hidden(types, method).map(hidden -> Problem.at(culprit, "%s %s %s, which its launcher could not name: %s",
                method.getSimpleName(), verb, describe(hidden), makeVisible(hidden)));
    }

    private static Optional<Problem> notTooManyParameters(ExecutableElement method) {
        long size = Annotated.parameterTypes(method).stream()
                .mapToInt(type -> type.getKind() == TypeKind.LONG || type.getKind() == TypeKind.DOUBLE ? 2 : 1)
                .sum();
        return problemIf(size > MOST_PARAMETERS, method, "%s takes %d parameters, a long or double counted twice, but a launcher"
                + " can hand on %d: put some of them into a record", method.getSimpleName(), size, MOST_PARAMETERS);
    }

    /** What to write, so that a launcher can name {@code hidden}. */
    static String makeVisible(TypeElement hidden) {
        return hidden.getModifiers().contains(Modifier.PRIVATE)
                ? "leave out 'private' of " + hidden.getSimpleName()
                : "make " + hidden.getSimpleName() + " public";
    }

    private static String describe(TypeElement hidden) {
        return hidden.getModifiers().contains(Modifier.PRIVATE)
                ? "the private class " + hidden.getSimpleName()
                : "the class " + hidden.getSimpleName() + " of another package";
    }

    private static Optional<Problem> problemIf(boolean broken, Element element, String format, Object... arguments) {
        return broken ? Optional.of(Problem.at(element, format, arguments)) : Optional.empty();
    }
}
