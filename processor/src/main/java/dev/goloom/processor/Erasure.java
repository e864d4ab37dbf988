package dev.goloom.processor;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;

/** Erased types (JLS 4.6). The compilers' own erasures differ where an inner class of a generic one is concerned. */
final class Erasure extends SimpleTypeVisitor14<TypeName, Void> {
    private static final Erasure ERASURE = new Erasure();

    private Erasure() {}

    static TypeName of(TypeMirror type) {
        return ERASURE.visit(type);
    }

    static List<TypeName> of(List<? extends TypeMirror> types) {
        return types.stream().map(Erasure::of).toList();
    }

    /** Whether nothing of the type is erased (JLS 4.7), so that an array of it can be made without a warning. */
    static boolean isReifiable(TypeMirror type) {
        return switch (type) {
            case ArrayType array -> isReifiable(array.getComponentType());
            case DeclaredType declared -> declared.getTypeArguments().stream().allMatch(Erasure::isUnbounded)
                    && TypeNames.outer(declared).map(Erasure::isReifiable).orElse(true);
            default -> type.getKind().isPrimitive();
        };
    }

    private static boolean isUnbounded(TypeMirror argument) {
        return argument instanceof WildcardType wildcard
                && wildcard.getExtendsBound() == null
                && wildcard.getSuperBound() == null;
    }

    @Override
    protected TypeName defaultAction(TypeMirror type, Void unused) {
        return TypeName.get(type);
    }

    @Override
    public TypeName visitDeclared(DeclaredType type, Void unused) {
        return ClassName.get((TypeElement) type.asElement());
    }

    @Override
    public TypeName visitArray(ArrayType type, Void unused) {
        return ArrayTypeName.of(visit(type.getComponentType()));
    }

    @Override
    public TypeName visitTypeVariable(TypeVariable type, Void unused) {
        return visit(TypeNames.boundsOf(type).getFirst());
    }

    @Override
    public TypeName visitIntersection(IntersectionType type, Void unused) {
        return visit(type.getBounds().getFirst());
    }
}
