package dev.goloom.processor;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/** Types as a message shows them: without packages, the same from every compiler. */
final class Names {
    private Names() {}

    static String of(TypeMirror type) {
        return of(TypeName.get(type));
    }

    static String of(List<? extends TypeMirror> types) {
        return types.stream().map(Names::of).collect(Collectors.joining(", "));
    }

    /** The type of the method's last parameter, as it is written there. */
    static String ofLast(ExecutableElement method) {
        String type = of(method.getParameters().getLast().asType());
        return method.isVarArgs() ? type.substring(0, type.length() - "[]".length()) + "..." : type;
    }

    /** The type as one of elements, which are never primitive. */
    static String boxed(TypeMirror type) {
        return of(TypeName.get(type).box());
    }

    /** The method's parameters, with a comma behind each, to be followed by one more. */
    static String parametersBefore(ExecutableElement method) {
        return method.getParameters().stream().map(Names::parameter).collect(Collectors.joining());
    }

    private static String parameter(Element parameter) {
        return of(parameter.asType()) + " " + parameter.getSimpleName() + ", ";
    }

    static String of(TypeName type) {
        return switch (type) {
            case ClassName name -> String.join(".", name.simpleNames());
            case ArrayTypeName array -> of(array.componentType()) + "[]";
            case ParameterizedTypeName generic -> of(generic.rawType())
                    + generic.typeArguments().stream().map(Names::of).collect(Collectors.joining(", ", "<", ">"));
            case WildcardTypeName wildcard when !wildcard.lowerBounds().isEmpty() ->
                "? super " + of(wildcard.lowerBounds().getFirst());
            case WildcardTypeName wildcard when wildcard.upperBounds().getFirst().equals(ClassName.OBJECT) -> "?";
            case WildcardTypeName wildcard -> "? extends " + of(wildcard.upperBounds().getFirst());
            default -> type.toString();
        };
    }
}
