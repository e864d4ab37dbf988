package dev.goloom.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;

/**
 * One method of a companion.
 *
 * @param method the annotated method
 * @param kind what it starts, and so what it returns
 * @param typeVariables the method's, with their bounds
 * @param parameters of the launcher
 * @param varargs whether its last parameter takes any number of arguments
 * @param safeVarargs whether the method promises not to misuse them
 * @param element the type of the channel's elements; void for a plain goroutine
 * @param channel what the lambda's parameter or the last parameter is called; empty where there is none
 * @param buffer the capacity of a generator's channel
 * @param isPublic whether everybody can call the method on the class
 * @param deprecated the method's own deprecation
 * @param erased the erased types of the parameters, which tell launchers of one name apart
 * @param link the erased types of the method's own parameters
 */
record Launcher(
        ExecutableElement method,
        Kind kind,
        List<TypeVariableName> typeVariables,
        List<Parameter> parameters,
        boolean varargs,
        boolean safeVarargs,
        TypeName element,
        String channel,
        int buffer,
        boolean isPublic,
        Optional<AnnotationSpec> deprecated,
        List<TypeName> erased,
        List<TypeName> link) {

    enum Kind {
        /** {@code void f(args)}. */
        GOROUTINE,
        /** {@code RecvChan<T> f(args)} of a method that sends on its last parameter. */
        GENERATOR,
        /** {@code RecvChan<R> f(args)} of a method that returns a value. */
        VALUE,
        /** {@code void f(args, SendChan<? super R> out)} of a method that returns a value. */
        VALUE_TO
    }

    record Parameter(TypeName type, String name) {}

    String name() {
        return method.getSimpleName().toString();
    }

    /** What two launchers of a class must not share. */
    Signature signature() {
        return new Signature(name(), erased);
    }

    record Signature(String name, List<TypeName> erased) {}

    /** The same, where its last parameter is an array and no more. */
    Launcher withoutVarargs() {
        return new Launcher(
                method, kind, typeVariables, parameters, false, false, element, channel, buffer, isPublic, deprecated, erased, link);
    }
}
