package dev.goloom.processor;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;

/** Lists the classes that a type or a signature mentions, those that do not exist included; apart from them, its annotations. */
final class MentionedTypes extends SimpleTypeVisitor14<Void, Void> {
    private final List<DeclaredType> found = new ArrayList<>();
    private final List<DeclaredType> annotations = new ArrayList<>();

    private MentionedTypes() {}

    static List<DeclaredType> of(TypeMirror type) {
        MentionedTypes types = new MentionedTypes();
        types.visit(type);
        return types.found;
    }

    /** Those in the bounds of type parameters. */
    static List<DeclaredType> inBounds(List<? extends TypeParameterElement> parameters) {
        MentionedTypes types = new MentionedTypes();
        parameters.forEach(parameter -> parameter.getBounds().forEach(types::visit));
        return types.found;
    }

    /** Those in the signature of {@code method}. */
    static List<DeclaredType> in(ExecutableElement method) {
        List<DeclaredType> mentioned = inBounds(method.getTypeParameters());
        method.getParameters().forEach(parameter -> mentioned.addAll(of(parameter.asType())));
        mentioned.addAll(of(method.getReturnType()));
        return mentioned;
    }

    /** The annotations in the signature of {@code method}: an annotation of a parameter, say, may be one of its type. */
    static List<DeclaredType> annotationsIn(ExecutableElement method) {
        MentionedTypes types = new MentionedTypes();
        types.note(method);
        types.visit(method.getReturnType());
        for (VariableElement parameter : method.getParameters()) {
            types.note(parameter);
            types.visit(parameter.asType());
        }
        for (TypeParameterElement parameter : method.getTypeParameters()) {
            types.note(parameter);
            parameter.getBounds().forEach(types::visit);
        }
        return types.annotations;
    }

    /** Whether the signature of {@code method} mentions a type that does not exist, or not yet. */
    static boolean anyMissing(ExecutableElement method) {
        return anyMissing(in(method));
    }

    static boolean anyMissing(List<DeclaredType> types) {
        return types.stream().anyMatch(type -> type.getKind() == TypeKind.ERROR);
    }

    private void note(AnnotatedConstruct annotated) {
        annotated.getAnnotationMirrors().forEach(annotation -> annotations.add(annotation.getAnnotationType()));
    }

    @Override
    protected Void defaultAction(TypeMirror type, Void unused) {
        note(type);
        return null;
    }

    @Override
    public Void visitDeclared(DeclaredType type, Void unused) {
        note(type);
        found.add(type);
        type.getTypeArguments().forEach(this::visit);
        return visit(type.getEnclosingType());
    }

    @Override
    public Void visitError(ErrorType type, Void unused) {
        note(type);
        found.add(type);
        return null;
    }

    @Override
    public Void visitArray(ArrayType type, Void unused) {
        note(type);
        return visit(type.getComponentType());
    }

    @Override
    public Void visitIntersection(IntersectionType type, Void unused) {
        type.getBounds().forEach(this::visit);
        return null;
    }

    @Override
    public Void visitWildcard(WildcardType type, Void unused) {
        if (type.getExtendsBound() != null) {
            visit(type.getExtendsBound());
        }
        if (type.getSuperBound() != null) {
            visit(type.getSuperBound());
        }
        return null;
    }
}
