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
import javax.lang.model.element.Parameterizable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;

/**
 * Types as a companion writes them: type variables under the names that they have there, and with the annotations that
 * exist and say no more than their name, as {@code @Nullable} does. JavaPoet by itself keeps neither.
 */
final class TypeNames extends SimpleTypeVisitor14<TypeName, Void> {
    private final Access access;
    private final Element from;
    private final boolean annotated;
    private final Map<Element, String> variables;

    /** @param from what the companion belongs to: only annotations that are accessible from there are kept */
    TypeNames(Access access, Element from) {
        this(access, from, true, Map.of());
    }

    private TypeNames(Access access, Element from, boolean annotated, Map<Element, String> variables) {
        this.access = access;
        this.from = from;
        this.annotated = annotated;
        this.variables = variables;
    }

    /** The same, where more type variables have names. */
    TypeNames with(Map<Element, String> more) {
        Map<Element, String> all = new HashMap<>(variables);
        all.putAll(more);
        return new TypeNames(access, from, annotated, all);
    }

    /** The same without annotations. */
    TypeNames withoutAnnotations() {
        return new TypeNames(access, from, false, variables);
    }

    List<TypeName> of(List<? extends TypeMirror> types) {
        return types.stream().map(this::visit).toList();
    }

    /**
     * The bounds of a type variable, which may be one of an inherited method, where other types stand for those of its
     * declaration. ecj says of an annotated variable that it is bounded by itself.
     */
    static List<? extends TypeMirror> boundsOf(TypeVariable variable) {
        TypeMirror bound = variable.getUpperBound();
        if (bound instanceof TypeVariable other && other.asElement().equals(variable.asElement())) {
            return ((TypeParameterElement) variable.asElement()).getBounds();
        }
        return bound instanceof IntersectionType intersection ? intersection.getBounds() : List.of(bound);
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
        TypeParameterElement declaration = declarationOf(type);
        String name = variables.getOrDefault(declaration, declaration.getSimpleName().toString());
        return TypeVariableName.get(name).annotated(annotations(type, declaration.getAnnotationMirrors()));
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

    /** Where a type variable is declared; in ecj the element of an annotated one is another, with the annotations of the use. */
    static TypeParameterElement declarationOf(TypeVariable type) {
        return ((Parameterizable) type.asElement().getEnclosingElement()).getTypeParameters().stream()
                .filter(parameter -> parameter.getSimpleName().equals(type.asElement().getSimpleName()))
                .findFirst()
                .orElseThrow();
    }

    private List<AnnotationSpec> annotations(TypeMirror type) {
        return annotations(type, List.of());
    }

    /** @param declared those of a type variable's declaration, which are also found where it is used, but in ecj alone */
    private List<AnnotationSpec> annotations(TypeMirror type, List<? extends AnnotationMirror> declared) {
        if (!annotated) {
            return List.of();
        }
        List<Element> left = declared.stream().map(annotation -> annotation.getAnnotationType().asElement()).toList();
        return type.getAnnotationMirrors().stream()
                .filter(annotation -> annotation.getElementValues().isEmpty())
                .map(AnnotationMirror::getAnnotationType)
                .filter(annotation -> annotation.getKind() != TypeKind.ERROR)
                .map(annotation -> (TypeElement) annotation.asElement())
                .filter(annotation -> !left.contains(annotation) && access.hidden(annotation, from).isEmpty())
                .map(annotation -> AnnotationSpec.builder(ClassName.get(annotation)).build())
                .toList();
    }
}
