package dev.goloom.processor;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.goloom.SendChan;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;

/**
 * Types as a message shows them: the same from every compiler, and without packages; only a class of the user's that is
 * called String or SendChan is told from the one that a message means by that.
 */
final class Names extends SimpleTypeVisitor14<String, Void> {
    private static final List<Class<?>> MEANT = List.of(String.class, SendChan.class);
    private static final Names NAMES = new Names();

    private Names() {}

    static String of(TypeMirror type) {
        return NAMES.visit(type);
    }

    /** An erased type. */
    static String of(TypeName type) {
        return switch (type) {
            case ClassName name -> String.join(".", name.simpleNames());
            case ArrayTypeName array -> of(array.componentType()) + "[]";
            default -> type.toString();
        };
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
        return type.getKind().isPrimitive() ? of(TypeName.get(type).box()) : of(type);
    }

    /** The method's parameters, with a comma behind each, to be followed by one more. */
    static String parametersBefore(ExecutableElement method) {
        return method.getParameters().stream().map(Names::parameter).collect(Collectors.joining());
    }

    private static String parameter(Element parameter) {
        return of(parameter.asType()) + " " + parameter.getSimpleName() + ", ";
    }

    /** What one more parameter of the method, its channel, may be called. */
    static String newChannel(ExecutableElement method) {
        return Stream.concat(Stream.of("c", "out"), IntStream.iterate(2, i -> i + 1).mapToObj(i -> "c" + i))
                .filter(name -> method.getParameters().stream().noneMatch(taken -> taken.getSimpleName().contentEquals(name)))
                .findFirst()
                .orElseThrow();
    }

    /** Whether it is another class with the name of {@code meant}. */
    static boolean isNamesakeOf(Class<?> meant, TypeMirror type) {
        return type instanceof DeclaredType declared
                && declared.asElement().getSimpleName().contentEquals(meant.getSimpleName())
                && !Annotated.is(type, meant);
    }

    @Override
    protected String defaultAction(TypeMirror type, Void unused) {
        return TypeName.get(type).toString();
    }

    @Override
    public String visitArray(ArrayType type, Void unused) {
        return visit(type.getComponentType()) + "[]";
    }

    @Override
    public String visitTypeVariable(TypeVariable type, Void unused) {
        return type.asElement().getSimpleName().toString();
    }

    @Override
    public String visitWildcard(WildcardType type, Void unused) {
        if (type.getSuperBound() != null) {
            return "? super " + visit(type.getSuperBound());
        }
        return type.getExtendsBound() == null || Annotated.is(type.getExtendsBound(), Object.class)
                ? "?"
                : "? extends " + visit(type.getExtendsBound());
    }

    @Override
    public String visitDeclared(DeclaredType type, Void unused) {
        ClassName name = ClassName.get((TypeElement) type.asElement());
        String itself = TypeNames.outer(type)
                .map(outer -> visit(outer) + "." + name.simpleName())
                .orElseGet(() -> MEANT.stream().anyMatch(meant -> isNamesakeOf(meant, type)) ? name.canonicalName() : of(name));
        return type.getTypeArguments().isEmpty() ? itself : itself + "<" + of(type.getTypeArguments()) + ">";
    }
}
