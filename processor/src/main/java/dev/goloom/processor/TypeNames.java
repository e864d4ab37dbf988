package dev.goloom.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;

/**
 * Types as a companion writes them: type variables under the names that they have there, and with the annotations that
 * say no more than their name, as {@code @Nullable} does. JavaPoet by itself keeps neither.
 */
final class TypeNames extends SimpleTypeVisitor14<TypeName, Void> {
    private final Access access;
    private final Element from;
    private final Map<Element, String> variables;

    /** @param from what the companion belongs to: only annotations that are accessible from there are kept */
    TypeNames(Access access, Element from) {
        this(access, from, Map.of());
    }

    private TypeNames(Access access, Element from, Map<Element, String> variables) {
        this.access = access;
        this.from = from;
        this.variables = variables;
    }

    /** The same, where more type variables have names. */
    TypeNames with(Map<Element, String> more) {
        Map<Element, String> all = new HashMap<>(variables);
        all.putAll(more);
        return new TypeNames(access, from, all);
    }

    List<TypeName> of(List<? extends TypeMirror> types) {
        return types.stream().map(this::visit).toList();
    }

    /** The bounds of a type variable whose upper bound is {@code type}. */
    List<TypeName> bounds(TypeMirror type) {
        return type instanceof IntersectionType intersection ? of(intersection.getBounds()) : List.of(visit(type));
    }

    @Override
    protected TypeName defaultAction(TypeMirror type, Void unused) {
        return TypeName.get(type);
    }

    @Override
    public TypeName visitPrimitive(PrimitiveType type, Void unused) {
        return TypeName.get(type).annotated(annotations(type));
    }

    @Override
    public TypeName visitTypeVariable(TypeVariable type, Void unused) {
        String name = variables.getOrDefault(type.asElement(), type.asElement().getSimpleName().toString());
        return TypeVariableName.get(name).annotated(annotations(type));
    }

    @Override
    public TypeName visitArray(ArrayType type, Void unused) {
        return ArrayTypeName.of(visit(type.getComponentType())).annotated(annotations(type));
    }

    @Override
    public TypeName visitWildcard(WildcardType type, Void unused) {
        if (type.getSuperBound() != null) {
            return WildcardTypeName.supertypeOf(visit(type.getSuperBound()));
        }
        return WildcardTypeName.subtypeOf(type.getExtendsBound() == null ? ClassName.OBJECT : visit(type.getExtendsBound()));
    }

    @Override
    public TypeName visitDeclared(DeclaredType type, Void unused) {
        ClassName name = ClassName.get((TypeElement) type.asElement());
        List<TypeName> arguments = of(type.getTypeArguments());
        if (outer(type).map(this::visit).orElse(null) instanceof ParameterizedTypeName outer) {
            return outer.nestedClass(name.simpleName(), arguments).annotated(annotations(type));
        }
        return arguments.isEmpty()
                ? name.annotated(annotations(type))
                : ParameterizedTypeName.get(name, arguments.toArray(TypeName[]::new)).annotated(annotations(type));
    }

    /** The type of the instance around an instance of an inner class; the other nested classes have none. */
    static Optional<DeclaredType> outer(DeclaredType type) {
        Element element = type.asElement();
        boolean inner = element.getKind() == ElementKind.CLASS
                && !element.getModifiers().contains(Modifier.STATIC)
                && !element.getEnclosingElement().getKind().isInterface();
        return inner && type.getEnclosingType() instanceof DeclaredType outer ? Optional.of(outer) : Optional.empty();
    }

    private List<AnnotationSpec> annotations(TypeMirror type) {
        return type.getAnnotationMirrors().stream()
                .filter(annotation -> annotation.getElementValues().isEmpty())
                .map(AnnotationMirror::getAnnotationType)
                .map(annotation -> (TypeElement) annotation.asElement())
                .filter(annotation -> access.hidden(annotation, from).isEmpty())
                .map(annotation -> AnnotationSpec.builder(ClassName.get(annotation)).build())
                .toList();
    }
}
