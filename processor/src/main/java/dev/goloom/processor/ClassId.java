package dev.goloom.processor;

import java.util.Comparator;
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

    /** The class in this round; null if there is none of that name. */
    TypeElement find(Elements elements) {
        ModuleElement in = elements.getModuleElement(module);
        return in == null ? elements.getTypeElement(name) : elements.getTypeElement(in, name);
    }

    /** Whether {@code type} is found by its name: the class of a compact source file is not. */
    boolean isOf(TypeElement type, Elements elements) {
        return type.equals(find(elements));
    }

    @Override
    public int compareTo(ClassId other) {
        return ORDER.compare(this, other);
    }
}
