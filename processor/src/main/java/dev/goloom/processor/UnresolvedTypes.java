package dev.goloom.processor;

import dev.goloom.Generator;
import dev.goloom.Goroutine;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.SimpleTypeVisitor14;

/** Finds types that do not exist, or not yet, in what a companion would have to mention. */
final class UnresolvedTypes extends SimpleTypeVisitor14<Boolean, Void> {
    private static final UnresolvedTypes FINDER = new UnresolvedTypes();

    private UnresolvedTypes() {
        super(false);
    }

    /** Whether an annotated method of {@code type}, its type parameters or what it extends mention such a type. */
    static boolean anyIn(TypeElement type) {
        return anyOf(type.getInterfaces())
                || FINDER.visit(type.getSuperclass())
                || anyInBounds(type.getTypeParameters())
                || ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                        .anyMatch(method -> isAnnotated(method) && anyIn(method));
    }

    /** Whether the signature of {@code method} mentions such a type. */
    static boolean anyIn(ExecutableElement method) {
        return FINDER.visit(method.getReturnType())
                || method.getParameters().stream().map(Element::asType).anyMatch(FINDER::visit)
                || anyInBounds(method.getTypeParameters());
    }

    private static boolean isAnnotated(ExecutableElement method) {
        return method.getAnnotation(Goroutine.class) != null || method.getAnnotation(Generator.class) != null;
    }

    private static boolean anyInBounds(List<? extends TypeParameterElement> parameters) {
        return parameters.stream().anyMatch(parameter -> anyOf(parameter.getBounds()));
    }

    private static boolean anyOf(List<? extends TypeMirror> types) {
        return types.stream().anyMatch(FINDER::visit);
    }

    @Override
    public Boolean visitError(ErrorType type, Void unused) {
        return true;
    }

    @Override
    public Boolean visitDeclared(DeclaredType type, Void unused) {
        return anyOf(type.getTypeArguments()) || visit(type.getEnclosingType());
    }

    @Override
    public Boolean visitArray(ArrayType type, Void unused) {
        return visit(type.getComponentType());
    }

    @Override
    public Boolean visitIntersection(IntersectionType type, Void unused) {
        return anyOf(type.getBounds());
    }

    @Override
    public Boolean visitWildcard(WildcardType type, Void unused) {
        return (type.getExtendsBound() != null && visit(type.getExtendsBound()))
                || (type.getSuperBound() != null && visit(type.getSuperBound()));
    }
}
