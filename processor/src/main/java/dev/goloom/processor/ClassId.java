package dev.goloom.processor;

import com.palantir.javapoet.ClassName;
import java.util.Comparator;
import java.util.Optional;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** What tells classes apart from one round to the next, where their elements are others. */
record ClassId(String module, String name) implements Comparable<ClassId> {
    private static final Comparator<ClassId> ORDER = Comparator.comparing(ClassId::module).thenComparing(ClassId::name);

    static ClassId of(TypeElement type, Elements elements) {
        return new ClassId(
                elements.getModuleOf(type).getQualifiedName().toString(), type.getQualifiedName().toString());
    }

    /** The class of that name as {@code user} sees it: other modules may have others. */
    static ClassId of(ClassName name, TypeElement user, Elements elements) {
        return new ClassId(elements.getModuleOf(user).getQualifiedName().toString(), name.canonicalName());
    }

    /** The class in this round, if there is one of that name. */
    Optional<TypeElement> in(Elements elements) {
        ModuleElement itsModule = elements.getModuleElement(module);
        return Optional.ofNullable(
                itsModule == null ? elements.getTypeElement(name) : elements.getTypeElement(itsModule, name));
    }

    /** Whether {@code type} is found by its name: the class of a compact source file is not. */
    boolean isOf(TypeElement type, Elements elements) {
        return in(elements).filter(type::equals).isPresent();
    }

    @Override
    public int compareTo(ClassId other) {
        return ORDER.compare(this, other);
    }
}
