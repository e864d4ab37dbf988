package dev.goloom.processor;

import static dev.goloom.processor.Annotated.is;
import static dev.goloom.processor.Annotated.isGenerator;
import static dev.goloom.processor.Annotated.isGoroutine;
import static dev.goloom.processor.Annotated.isMain;
import static dev.goloom.processor.Annotated.isStatic;
import static dev.goloom.processor.Annotated.lastParameter;
import static dev.goloom.processor.Annotated.returnsValue;

import dev.goloom.Chan;
import dev.goloom.Generator;
import dev.goloom.RecvChan;
import dev.goloom.SendChan;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * The rules for one annotated method. Each is a method that returns the problem, if there is one; the first rule that a
 * method breaks is the one that is reported. Nothing is printed here.
 */
final class Checks {
    private final Elements elements;

    private final List<Function<ExecutableElement, Optional<Problem>>> rules = List.of(
            this::oneAnnotation,
            this::notPrivate,
            this::classReachable,
            this::mainIsStatic,
            this::mainReturnsNothing,
            this::mainTakesArgumentsOrNothing,
            this::generatorReturnsNothing,
            this::generatorSendsOnLast,
            this::sendChanHasElementType,
            this::bufferNotNegative);

    Checks(Elements elements) {
        this.elements = elements;
    }

    /** The first rule that {@code method} breaks. */
    Optional<Problem> problemOf(ExecutableElement method) {
        return rules.stream().map(rule -> rule.apply(method)).flatMap(Optional::stream).findFirst();
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

    private Optional<Problem> classReachable(ExecutableElement method) {
        for (Element type = method.getEnclosingElement(); type instanceof TypeElement; type = type.getEnclosingElement()) {
            if (type.getModifiers().contains(Modifier.PRIVATE)) {
                return Optional.of(Problem.at(method, "%s is a method of the private class %s, so its launcher could not"
                        + " call it: leave out 'private' of the class", method.getSimpleName(), type.getSimpleName()));
            }
            if (elements.getOrigin(type) == Elements.Origin.MANDATED) {
                return Optional.of(Problem.at(method, "%s is in a compact source file, whose class has no name by which its"
                        + " launcher could call it: put it into a class, 'class Name { … }'", method.getSimpleName()));
            }
        }
        return Optional.empty();
    }

    private Optional<Problem> mainIsStatic(ExecutableElement method) {
        return problemIf(isMain(method) && !isStatic(method), method,
                "main is an instance method, but the main goroutine has no receiver: write 'static void main()'");
    }

    private Optional<Problem> mainReturnsNothing(ExecutableElement method) {
        return problemIf(isMain(method) && returnsValue(method), method,
                "main returns %s, but nobody could receive it: write 'static void main()'",
                Names.of(method.getReturnType()));
    }

    private Optional<Problem> mainTakesArgumentsOrNothing(ExecutableElement method) {
        boolean fine = method.getParameters().isEmpty()
                || (method.getParameters().size() == 1 && isStringArray(method.getParameters().getFirst().asType()));
        return problemIf(isMain(method) && !fine, method,
                "main takes (%s), but the program has only its arguments to give: write 'static void main()' or"
                        + " 'static void main(String[] args)', or give the method another name",
                Names.of(method.getParameters().stream().map(Element::asType).toList()));
    }

    private static boolean isStringArray(TypeMirror type) {
        return type instanceof ArrayType array && is(array.getComponentType(), String.class);
    }

    private Optional<Problem> generatorReturnsNothing(ExecutableElement method) {
        if (!isGenerator(method) || !returnsValue(method)) {
            return Optional.empty();
        }
        TypeMirror type = method.getReturnType();
        if (is(type, RecvChan.class) || is(type, Chan.class)) {
            String element = elementOf(type).map(Names::of).orElse("T");
            return Optional.of(Problem.at(method, "a generator does not make and return its channel, its launcher does:"
                    + " write 'void %s(%sSendChan<%s> c)' and send on c",
                    method.getSimpleName(), Names.parametersBefore(method), element));
        }
        return Optional.of(Problem.at(method, "a generator returns nothing, what it produces it sends; found %s: write"
                + " 'void %s(%sSendChan<%s> c)', or annotate it @Goroutine to deliver one value",
                Names.of(type), method.getSimpleName(), Names.parametersBefore(method), Names.boxed(type)));
    }

    private Optional<Problem> generatorSendsOnLast(ExecutableElement method) {
        if (!isGenerator(method)) {
            return Optional.empty();
        }
        Optional<VariableElement> last = lastParameter(method);
        if (last.isEmpty()) {
            return Optional.of(Problem.at(method, "a generator sends on its last parameter, but %s has none: write"
                    + " 'void %s(SendChan<T> c)'", method.getSimpleName(), method.getSimpleName()));
        }
        TypeMirror type = last.get().asType();
        if (is(type, SendChan.class)) {
            return Optional.empty();
        }
        if (is(type, Chan.class) || is(type, RecvChan.class)) {
            String element = elementOf(type).map(Names::of).orElse("T");
            return Optional.of(Problem.at(last.get(), "a generator only sends on its last parameter; found %s: write"
                    + " 'SendChan<%s> %s'", Names.of(type), element, last.get().getSimpleName()));
        }
        Optional<? extends VariableElement> channel = method.getParameters().stream()
                .filter(parameter -> is(parameter.asType(), SendChan.class))
                .findFirst();
        if (channel.isPresent()) {
            return Optional.of(Problem.at(last.get(), "the last parameter of a generator is its channel; found %s: move"
                    + " '%s %s' to the end", Names.of(type), Names.of(channel.get().asType()), channel.get().getSimpleName()));
        }
        return Optional.of(Problem.at(last.get(), "the last parameter of a generator is the channel it sends on; found %s:"
                + " add a last parameter 'SendChan<T> c'", Names.of(type)));
    }

    private Optional<Problem> sendChanHasElementType(ExecutableElement method) {
        if (!isGenerator(method)) {
            return Optional.empty();
        }
        VariableElement last = lastParameter(method).orElseThrow();
        Optional<TypeMirror> element = elementOf(last.asType());
        if (element.isEmpty()) {
            return Optional.of(Problem.at(last, "the channel of a generator needs an element type; found the raw SendChan:"
                    + " write 'SendChan<T> %s', for instance SendChan<String>", last.getSimpleName()));
        }
        boolean unusable = element.get() instanceof WildcardType wildcard && wildcard.getSuperBound() == null;
        return problemIf(unusable, last, "nothing can be sent on a %s: write 'SendChan<%s> %s'",
                Names.of(last.asType()), element.map(Checks::bound).orElse("T"), last.getSimpleName());
    }

    private static String bound(TypeMirror type) {
        return type instanceof WildcardType wildcard && wildcard.getExtendsBound() != null
                ? Names.of(wildcard.getExtendsBound())
                : "T";
    }

    /** The element type of a channel type; empty for a raw one. */
    static Optional<TypeMirror> elementOf(TypeMirror channel) {
        List<? extends TypeMirror> arguments = ((DeclaredType) channel).getTypeArguments();
        return arguments.isEmpty() ? Optional.empty() : Optional.of(arguments.getFirst());
    }

    private Optional<Problem> bufferNotNegative(ExecutableElement method) {
        if (!isGenerator(method) || method.getAnnotation(Generator.class).buffer() >= 0) {
            return Optional.empty();
        }
        AnnotationMirror annotation = Annotated.mirror(method, Generator.class).orElseThrow();
        AnnotationValue value = Annotated.value(annotation, "buffer").orElseThrow();
        return Optional.of(new Problem(method, annotation, value,
                "the capacity of a channel is 0 or more; found %d: write 'buffer = 0', or leave it out, for an unbuffered one"
                        .formatted(method.getAnnotation(Generator.class).buffer())));
    }

    private static Optional<Problem> problemIf(boolean broken, Element element, String format, Object... arguments) {
        return broken ? Optional.of(Problem.at(element, format, arguments)) : Optional.empty();
    }

    /** Whether a lambda without parameters could be meant for {@code type}, so that {@code go(() -> …)} is ambiguous. */
    boolean takesBodies(TypeElement type) {
        if (!type.getKind().isInterface()) {
            return false;
        }
        List<ExecutableElement> methods = ElementFilter.methodsIn(elements.getAllMembers(type)).stream()
                .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT))
                .filter(method -> !isOfObject(method))
                .toList();
        return methods.size() == 1
                && methods.getFirst().getParameters().isEmpty()
                && methods.getFirst().getTypeParameters().isEmpty();
    }

    private boolean isOfObject(ExecutableElement method) {
        TypeElement object = elements.getTypeElement("java.lang.Object");
        return ElementFilter.methodsIn(object.getEnclosedElements()).stream()
                .anyMatch(own -> own.getSimpleName().equals(method.getSimpleName())
                        && own.getParameters().size() == method.getParameters().size());
    }
}
