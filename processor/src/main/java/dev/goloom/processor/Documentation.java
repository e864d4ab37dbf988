package dev.goloom.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeVariableName;
import dev.goloom.Go;
import java.util.List;
import java.util.stream.Collectors;

/** The documentation of what is generated. */
final class Documentation {
    private Documentation() {}

    static CodeBlock ofCompanion(Companion companion) {
        if (companion.main().isEmpty() && companion.statics().isEmpty() && companion.receiver().isEmpty()) {
            return CodeBlock.of("Has no launchers: the annotated methods of $L have mistakes.\n",
                    String.join(".", companion.owner().simpleNames()));
        }
        return CodeBlock.of("""
                Launches the annotated methods of {@link $T}. Written by Goloom's annotation processor.

                <p>Import {@link #go} statically: {@code go.f(x)} launches a static method, {@code go(self).f(x)} an instance
                method, {@code go(() -> ...)} a closure. Arguments are evaluated before, and nothing waits for what was launched.
                """, companion.owner());
    }

    static CodeBlock ofGo() {
        return CodeBlock.of("Launches: {@code go.f(x)} is Go's {@code go f(x)}.\n");
    }

    static CodeBlock ofConstructor() {
        return CodeBlock.of("There is one, {@link #go}.\n");
    }

    static CodeBlock ofSelf() {
        return CodeBlock.of("The receiver.\n");
    }

    static CodeBlock ofOnConstructor() {
        return CodeBlock.of("For {@code go(self)}.\n\n@param self the receiver\n");
    }

    static CodeBlock ofMain(Companion companion, Companion.Main main) {
        return CodeBlock.of("""
                Runs {@link $T#main($L)} as the main goroutine. The program ends when it returns, whoever else is running.

                @param $N $L
                """, companion.owner(), main.takesArguments() ? CodeBlock.of("$T[]", String.class) : "",
                main.arguments(), main.takesArguments() ? "the arguments of the program" : "ignored");
    }

    static CodeBlock ofGoSelf(Companion companion, Companion.Receiver receiver) {
        return CodeBlock.of("""
                Launches an instance method: {@code go(self).f(x)} is Go's {@code go self.f(x)}.

                $L@param self the {@link $T} whose method is launched
                @return what has a launcher for each of its annotated methods
                @throws NullPointerException if {@code self} is null
                """, typeParameters(receiver.typeVariables()), companion.owner());
    }

    static CodeBlock ofGoBody() {
        return CodeBlock.of("""
                Starts a goroutine and returns at once: Go's {@code go func() { ... }()}. An exception that leaves it is a panic.

                @param body what to run
                @see $T#go
                """, Go.class);
    }

    static CodeBlock ofOn(Companion companion, Companion.Receiver receiver) {
        CodeBlock text = CodeBlock.of("Launches the annotated instance methods of a {@link $T}.\n", companion.owner());
        return receiver.typeVariables().isEmpty()
                ? text
                : CodeBlock.of("$L\n$L", text, typeParameters(receiver.typeVariables()));
    }

    static CodeBlock ofLauncher(Launcher launcher, ClassName owner) {
        CodeBlock.Builder text = CodeBlock.builder()
                .add("Launches {@link $L} as a goroutine, and returns at once.\n", link(launcher, owner))
                .add("$L\n\n", ending(launcher))
                .add("$L", typeParameters(launcher.typeVariables()));
        for (Launcher.Parameter parameter : launcher.parameters()) {
            text.add("@param $N passed on to it\n", parameter.name());
        }
        switch (launcher.kind()) {
            case GOROUTINE -> {}
            case GENERATOR, VALUE -> text.add("@return the receiving end of its channel\n");
            case VALUE_TO -> text.add("@param $N where its value is sent\n", launcher.channel());
        }
        if (launcher.deprecated().isPresent()) {
            text.add("@deprecated as the method is\n");
        }
        return text.add("@see $L\n", link(launcher, owner)).build();
    }

    private static String ending(Launcher launcher) {
        return switch (launcher.kind()) {
            case GOROUTINE -> """
                    An exception that leaves it is a panic, and ends the program.""";
            case GENERATOR -> """
                    The channel delivers what it sends%s, and is closed when it
                    returns; if it throws, the channel fails with what it throws once everything sent before is received.
                    To cancel the channel, or to drop it, ends the goroutine: it is interrupted."""
                    .formatted(launcher.buffer() == 0 ? "" : " through a buffer of " + launcher.buffer());
            case VALUE -> """
                    The channel delivers the value that it returns, and is then closed. If it returns null the channel is
                    just closed; if it throws, the channel fails with what it throws.""";
            case VALUE_TO -> """
                    The value that it returns is sent on the channel, which is not closed. An exception that leaves it is a
                    panic, and ends the program, and so is null for a value.""";
        };
    }

    // Boring#boring(String, SendChan)
    private static CodeBlock link(Launcher launcher, ClassName owner) {
        CodeBlock types = launcher.link().stream().map(type -> CodeBlock.of("$T", type)).collect(CodeBlock.joining(", "));
        return CodeBlock.of("$T#$L($L)", owner, launcher.name(), types);
    }

    private static String typeParameters(List<TypeVariableName> variables) {
        return variables.stream().map(variable -> "@param <" + variable.name() + "> as declared there\n").collect(Collectors.joining());
    }
}
