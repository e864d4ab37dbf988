package dev.goloom.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeVariableName;
import dev.goloom.Go;
import java.util.List;
import java.util.stream.Collectors;

/** The documentation of what is generated. */
final class Documentation {
    private Documentation() {}

    static CodeBlock ofCompanion(Companion companion) {
        return CodeBlock.of("The launchers of {@link $T}. Written by the annotation processor; import {@link #go} statically.\n",
                companion.owner());
    }

    static CodeBlock ofMain(Companion companion, Companion.Main main) {
        return CodeBlock.of("""
                Runs {@link $T#main($L)} as the main goroutine. The program ends when it returns, whoever else is running.

                @param args $L
                """, companion.owner(), main.takesArguments() ? "String[]" : "",
                main.takesArguments() ? "passed on" : "ignored");
    }

    static CodeBlock ofGoSelf(Companion companion) {
        return CodeBlock.of("""
                Launches an instance method: {@code go(self).f(x)} is Go's {@code go self.f(x)}.

                $L@param self whose method; not null
                @return has a launcher for each of its annotated methods
                """, typeParameters(companion.typeVariables()));
    }

    static CodeBlock ofGoBody() {
        return CodeBlock.of("""
                Starts a goroutine: Go's {@code go func() { … }()}.

                @param body what to run
                @see $T#go
                """, Go.class);
    }

    static CodeBlock ofOn(Companion companion) {
        CodeBlock text = CodeBlock.of("The launchers of the instance methods of a {@link $T}.\n", companion.owner());
        return companion.typeVariables().isEmpty()
                ? text
                : CodeBlock.of("$L\n$L", text, typeParameters(companion.typeVariables()));
    }

    static CodeBlock ofLauncher(Launcher launcher) {
        CodeBlock.Builder text = CodeBlock.builder()
                .add("Starts {@link $L} $L\n\n", link(launcher), ending(launcher))
                .add(typeParameters(launcher.typeVariables()));
        for (Launcher.Parameter parameter : launcher.parameters()) {
            text.add("@param $N passed on\n", parameter.name());
        }
        switch (launcher.kind()) {
            case GOROUTINE -> {}
            case GENERATOR, VALUE -> text.add("@return the receiving end of the channel\n");
            case VALUE_TO -> text.add("@param $N where the value goes; it is not closed\n", launcher.channel());
        }
        if (launcher.deprecated()) {
            text.add("@deprecated as the method is\n");
        }
        return text.build();
    }

    private static String ending(Launcher launcher) {
        return switch (launcher.kind()) {
            case GOROUTINE -> "as a goroutine, and returns at once. An exception that leaves it is a panic.";
            case GENERATOR -> """
                    as a goroutine, and returns at once a channel that delivers what it sends. The
                    channel is closed when the method returns, and fails when it throws. To let go of the channel, or to
                    cancel it, ends the method.""";
            case VALUE -> """
                    as a goroutine, and returns at once a channel of capacity 1 that delivers what it
                    returns, and is then closed. A result of null just closes it; what the method throws fails it.""";
            case VALUE_TO -> """
                    as a goroutine, and returns at once; what the method returns is sent on a channel.
                    An exception that leaves it is a panic, and so is a result of null.""";
        };
    }

    // Boring#boring(String, SendChan)
    private static CodeBlock link(Launcher launcher) {
        CodeBlock types = launcher.link().stream().map(type -> CodeBlock.of("$T", type)).collect(CodeBlock.joining(", "));
        return CodeBlock.of("$T#$L($L)", launcher.owner(), launcher.name(), types);
    }

    private static String typeParameters(List<TypeVariableName> variables) {
        return variables.stream().map(variable -> "@param <" + variable.name() + "> as declared there\n").collect(Collectors.joining());
    }
}
