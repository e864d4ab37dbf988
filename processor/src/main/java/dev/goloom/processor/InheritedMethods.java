package dev.goloom.processor;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * The annotated instance methods that a class has from above. A method that overrides an annotated one without being
 * annotated is launched as the one above is: the launcher calls whatever the receiver has.
 */
final class InheritedMethods {
    private final Elements elements;
    private final Types types;
    private final Access access;

    InheritedMethods(Elements elements, Types types, Access access) {
        this.elements = elements;
        this.types = types;
        this.access = access;
    }

    /** Those that the companion of {@code type} can call: nearer classes first, superclasses before interfaces. */
    List<Inherited> of(TypeElement type) {
        Set<TypeElement> lineage = new LinkedHashSet<>(Set.of(type));
        climb(type.asType(), lineage);
        List<ExecutableElement> methods = lineage.stream()
                .flatMap(each -> ElementFilter.methodsIn(each.getEnclosedElements()).stream())
                .toList();
        return methods.stream()
                .filter(method -> Annotated.isAny(method) && !Annotated.isStatic(method) && !method.getEnclosingElement().equals(type))
                .filter(method -> mentionsNothingHidden(method, type))
                .flatMap(method -> called(method, type, methods).map(called -> new Inherited(method, called)).stream())
                .toList();
    }

    private void climb(TypeMirror type, Set<TypeElement> above) {
        for (TypeMirror each : types.directSupertypes(type)) {
            if (above.add((TypeElement) ((DeclaredType) each).asElement())) {
                climb(each, above);
            }
        }
    }

    /** What a call of {@code method} on the heir means, if a companion in the package of the heir can call it. */
    private Optional<ExecutableElement> called(ExecutableElement method, TypeElement heir, List<ExecutableElement> methods) {
        return methods.stream()
                .filter(each -> each.equals(method) || overrides(each, method, heir))
                .findFirst()
                .filter(called -> isCallable(called, heir) && methods.stream().noneMatch(each -> isAsGood(each, called, heir)));
    }

    private boolean isCallable(ExecutableElement method, TypeElement heir) {
        return access.isAccessible(method, heir) && isMember(method, heir);
    }

    /** Whether a call of {@code called} is ambiguous because of {@code other}, as where T of f(T) is the String of f(String). */
    private boolean isAsGood(ExecutableElement other, ExecutableElement called, TypeElement heir) {
        return other.getSimpleName().equals(called.getSimpleName())
                && !other.equals(called)
                && !overrides(other, called, heir)
                && !overrides(called, other, heir)
                && !Erasure.of(Annotated.parameterTypes(other)).equals(Erasure.of(Annotated.parameterTypes(called)))
                && isCallable(other, heir)
                && takeTheSame(memberOf(heir, other), memberOf(heir, called));
    }

    /** Not where a type is missing, which the compiler takes for any other. */
    private boolean takeTheSame(ExecutableType one, ExecutableType other) {
        List<? extends TypeMirror> some = one.getParameterTypes();
        List<? extends TypeMirror> others = other.getParameterTypes();
        return some.size() == others.size()
                && one.getTypeVariables().size() == other.getTypeVariables().size()
                && IntStream.range(0, some.size()).allMatch(i -> isSame(some.get(i), others.get(i)));
    }

    /** A type parameter of one method is another than that of the other, though it mean the same. */
    private boolean isSame(TypeMirror one, TypeMirror other) {
        return !MentionedTypes.anyMissing(MentionedTypes.of(one))
                && (types.isSameType(one, other)
                        || one.getKind() == TypeKind.TYPEVAR && types.isSameType(types.erasure(one), types.erasure(other)));
    }

    private ExecutableType memberOf(TypeElement heir, ExecutableElement method) {
        return (ExecutableType) types.asMemberOf((DeclaredType) heir.asType(), method);
    }

    /**
     * In its own class, or in the heir alone: where that takes it for a method of an interface. One of the same class never
     * does, though ecj says so where T of f(T) is the String of f(String).
     */
    private boolean overrides(ExecutableElement method, ExecutableElement other, TypeElement heir) {
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        return method.getSimpleName().equals(other.getSimpleName())
                && !owner.equals(other.getEnclosingElement())
                && isMember(other, owner)
                && (elements.overrides(method, other, owner) || elements.overrides(method, other, heir));
    }

    /** Whether {@code heir} has it: one without modifier is lost for good where a class of another package is in between. */
    private boolean isMember(ExecutableElement method, TypeElement heir) {
        if (Access.isPublic(method) || method.getModifiers().contains(Modifier.PROTECTED)) {
            return true;
        }
        for (TypeElement each = heir; !each.equals(method.getEnclosingElement()); each = (TypeElement) types.asElement(each.getSuperclass())) {
            if (each.getSuperclass().getKind() != TypeKind.DECLARED || !access.isAccessible(method, each)) {
                return false;
            }
        }
        return true;
    }

    /** Neither as declared, which the documentation links to, nor as it is in {@code heir}, where T may be a hidden class. */
    private boolean mentionsNothingHidden(ExecutableElement method, TypeElement heir) {
        ExecutableType type = memberOf(heir, method);
        List<DeclaredType> mentioned = MentionedTypes.in(method);
        mentioned.addAll(MentionedTypes.of(type.getReturnType()));
        type.getParameterTypes().forEach(parameter -> mentioned.addAll(MentionedTypes.of(parameter)));
        type.getTypeVariables().forEach(variable -> TypeNames.boundsOf(variable).forEach(bound -> mentioned.addAll(MentionedTypes.of(bound))));
        Annotated.parameterTypes(method).forEach(parameter -> mentioned.addAll(MentionedTypes.of(types.erasure(parameter))));
        return MentionedTypes.anyMissing(mentioned) || access.hidden(mentioned, heir).isEmpty();
    }
}
