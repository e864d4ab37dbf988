package dev.goloom.processor;

import static dev.goloom.processor.Annotated.elementOf;
import static dev.goloom.processor.Annotated.is;
import static dev.goloom.processor.Annotated.isGenerator;
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
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** The rules for a method annotated {@code @Generator}. */
final class GeneratorChecks {
    private static final List<Function<ExecutableElement, Optional<Problem>>> RULES = List.of(
            GeneratorChecks::returnsNothing,
            GeneratorChecks::hasParameters,
            GeneratorChecks::onlySends,
            GeneratorChecks::oneChannel,
            GeneratorChecks::noNamesake,
            GeneratorChecks::channelIsLast,
            GeneratorChecks::channelHasElementType,
            GeneratorChecks::elementCanBeSent,
            GeneratorChecks::bufferNotNegative);

    private GeneratorChecks() {}

    /** The first rule that {@code method} breaks; none if it is no generator. */
    static Optional<Problem> problemOf(ExecutableElement method) {
        return isGenerator(method)
                ? RULES.stream().map(rule -> rule.apply(method)).flatMap(Optional::stream).findFirst()
                : Optional.empty();
    }

    private static Optional<Problem> returnsNothing(ExecutableElement method) {
        TypeMirror type = method.getReturnType();
        if (!returnsValue(method)) {
            return Optional.empty();
        }
        if (isChannel(type)) {
            return Optional.of(Problem.at(method, "a generator does not make and return its channel, its launcher does; found"
                    + " %s: write 'void %s(%sSendChan<%s> %s)' and send on %s",
                    Names.of(type), method.getSimpleName(), Names.parametersBefore(method), elementName(type),
                    Names.newChannel(method), Names.newChannel(method)));
        }
        if (lastParameter(method).filter(last -> is(last.asType(), SendChan.class)).isPresent()) {
            return Optional.of(Problem.at(method, "a generator returns nothing, what it produces it sends; found %s: write 'void'",
                    Names.of(type)));
        }
        return Optional.of(Problem.at(method, "a generator returns nothing, what it produces it sends; found %s: write"
                + " 'void %s(%sSendChan<%s> %s)', or annotate it @Goroutine to deliver one value",
                Names.of(type), method.getSimpleName(), Names.parametersBefore(method), Names.boxed(type), Names.newChannel(method)));
    }

    private static Optional<Problem> hasParameters(ExecutableElement method) {
        return lastParameter(method).isPresent()
                ? Optional.empty()
                : Optional.of(Problem.at(method, "a generator sends on its last parameter, but %s has none: write"
                        + " 'void %s(SendChan<T> c)'", method.getSimpleName(), method.getSimpleName()));
    }

    private static Optional<Problem> onlySends(ExecutableElement method) {
        VariableElement last = last(method);
        return is(last.asType(), Chan.class) || is(last.asType(), RecvChan.class)
                ? Optional.of(Problem.at(last, "a generator only sends on its last parameter; found %s: write 'SendChan<%s> %s'",
                        Names.of(last.asType()), elementName(last.asType()), last.getSimpleName()))
                : Optional.empty();
    }

    private static Optional<Problem> oneChannel(ExecutableElement method) {
        VariableElement last = last(method);
        return last.asType() instanceof ArrayType array && is(array.getComponentType(), SendChan.class)
                ? Optional.of(Problem.at(last, "a generator sends on one channel; found %s: write '%s %s'",
                        Names.ofLast(method), sendable(array.getComponentType()), last.getSimpleName()))
                : Optional.empty();
    }

    private static Optional<Problem> noNamesake(ExecutableElement method) {
        VariableElement last = last(method);
        return Names.isNamesakeOf(SendChan.class, last.asType())
                ? Optional.of(Problem.at(last, "the last parameter of a generator is the channel it sends on; found %s: write"
                        + " '%s<%s> %s'", Names.of(last.asType()), SendChan.class.getName(), elementName(last.asType()),
                        last.getSimpleName()))
                : Optional.empty();
    }

    private static Optional<Problem> channelIsLast(ExecutableElement method) {
        VariableElement last = last(method);
        if (is(last.asType(), SendChan.class)) {
            return Optional.empty();
        }
        Optional<? extends VariableElement> channel = method.getParameters().stream()
                .filter(parameter -> is(parameter.asType(), SendChan.class))
                .findFirst();
        return Optional.of(channel
                .map(misplaced -> Problem.at(last, "the last parameter of a generator is its channel; found %s: move '%s %s'"
                        + " to the end%s", Names.ofLast(method), Names.of(misplaced.asType()), misplaced.getSimpleName(),
                        arrayInsteadOfVarargs(method)))
                .orElseGet(() -> Problem.at(last, "the last parameter of a generator is the channel it sends on; found %s: add"
                        + " a last parameter 'SendChan<T> %s'%s", Names.ofLast(method), Names.newChannel(method), arrayInsteadOfVarargs(method))));
    }

    /** Java wants {@code int... nums} last, and so does the channel. */
    private static String arrayInsteadOfVarargs(ExecutableElement method) {
        if (!method.isVarArgs()) {
            return "";
        }
        VariableElement last = last(method);
        boolean any = Erasure.isReifiable(((ArrayType) last.asType()).getComponentType());
        return " and write '%s %s'%s".formatted(Names.of(last.asType()), last.getSimpleName(),
                any ? ", its launcher takes any number all the same" : "");
    }

    private static Optional<Problem> channelHasElementType(ExecutableElement method) {
        VariableElement last = last(method);
        return elementOf(last.asType()).isPresent()
                ? Optional.empty()
                : Optional.of(Problem.at(last, "the channel of a generator needs an element type; found the raw SendChan: write"
                        + " 'SendChan<T> %s', for instance SendChan<String>", last.getSimpleName()));
    }

    private static Optional<Problem> elementCanBeSent(ExecutableElement method) {
        VariableElement last = last(method);
        return !canBeSent(elementOf(last.asType()).orElseThrow())
                ? Optional.of(Problem.at(last, "nothing can be sent on a %s: write 'SendChan<%s> %s'",
                        Names.of(last.asType()), elementName(last.asType()), last.getSimpleName()))
                : Optional.empty();
    }

    private static Optional<Problem> bufferNotNegative(ExecutableElement method) {
        int buffer = Annotated.buffer(method);
        if (buffer >= 0) {
            return Optional.empty();
        }
        AnnotationMirror annotation = Annotated.mirror(method, Generator.class).orElseThrow();
        return Optional.of(new Problem(method, annotation, Annotated.value(annotation, "buffer").orElseThrow(),
                "the capacity of a channel is 0 or more; found %d: write 'buffer = 0', or leave it out, for an unbuffered one"
                        .formatted(buffer)));
    }

    private static VariableElement last(ExecutableElement method) {
        return lastParameter(method).orElseThrow();
    }

    private static boolean isChannel(TypeMirror type) {
        return is(type, RecvChan.class) || is(type, Chan.class) || is(type, SendChan.class);
    }

    private static boolean canBeSent(TypeMirror element) {
        return !(element instanceof WildcardType wildcard) || wildcard.getSuperBound() != null;
    }

    /** The channel type, or one like it on which something can be sent. */
    private static String sendable(TypeMirror channel) {
        return elementOf(channel).filter(GeneratorChecks::canBeSent).isPresent()
                ? Names.of(channel)
                : "SendChan<" + elementName(channel) + ">";
    }

    /** The element type of a channel as a message should suggest it: T if the channel is raw or says nothing about it. */
    private static String elementName(TypeMirror channel) {
        TypeMirror element = elementOf(channel).orElse(null);
        if (element instanceof WildcardType wildcard) {
            element = wildcard.getExtendsBound() != null ? wildcard.getExtendsBound() : wildcard.getSuperBound();
        }
        return element == null ? "T" : Names.of(element);
    }
}
