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
 * @param self the annotated class as the type of a receiver, with its own type variables for arguments
 * @param typeVariables those of {@code self}, with their bounds
 * @param statics the launchers of static methods
 * @param instances the launchers of instance methods
 * @param main the main goroutine, if there is one
 */
record Companion(
        TypeElement origin,
        ClassName owner,
        ClassName name,
        boolean isPublic,
        TypeName self,
        List<TypeVariableName> typeVariables,
        List<Launcher> statics,
        List<Launcher> instances,
        Optional<Main> main) {

    /** @param takesArguments whether it is {@code main(String[])} */
    record Main(boolean takesArguments) {}
}
