package dev.goloom.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/**
 * The class that is to be written for an annotated class.
 *
 * @param origin the annotated class
 * @param name the companion's name
 * @param isPublic whether everybody can name the annotated class
 * @param obscured whether an expression means a field by the name of the annotated class
 * @param receiver the annotated class as a receiver; empty if nothing can be launched on an instance
 * @param statics the launchers of static methods
 * @param main the main goroutine, if there is one
 */
record Companion(
        TypeElement origin,
        ClassName name,
        boolean isPublic,
        boolean obscured,
        Optional<Receiver> receiver,
        List<Launcher> statics,
        Optional<Main> main) {
    ClassName owner() {
        return ClassName.get(origin);
    }

    /** {@code BoringGo} for {@code Boring}, {@code Outer_InnerGo} for {@code Outer.Inner}. */
    static ClassName nameOf(TypeElement type) {
        ClassName owner = ClassName.get(type);
        return ClassName.get(owner.packageName(), String.join("_", owner.simpleNames()) + "Go");
    }

    /** One with {@code go} alone, so that its import does not fail beside the mistake that has been reported. */
    static Companion bare(TypeElement origin, ClassName name) {
        return new Companion(origin, name, false, false, Optional.empty(), List.of(), Optional.empty());
    }

    /**
     * @param on the name of the nested class that has the launchers
     * @param type the annotated class, with its own type variables for arguments
     * @param typeVariables those, with their bounds
     * @param launchers those of instance methods
     */
    record Receiver(ClassName on, TypeName type, List<TypeVariableName> typeVariables, List<Launcher> launchers) {}

    /**
     * @param takesArguments whether it is {@code main(String[])}
     * @param arguments what the companion calls them
     */
    record Main(boolean takesArguments, String arguments) {}
}
