package dev.goloom.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import dev.goloom.Launch;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeVariable;

/**
 * The names of a companion, or of one of its methods. Neither a type variable nor a parameter may hide what the code of a
 * launcher says: classes, and the first part of the name of a package, should a class need to be qualified.
 */
final class Scope {
    private final NameAllocator names;
    private TypeNames types;

    private Scope(NameAllocator names, TypeNames types) {
        this.names = names;
        this.types = types;
    }

    /** The names of the companion of {@code type}, which has the nested class {@code on}. */
    static Scope of(TypeElement type, ClassName on, Access access) {
        ClassName owner = ClassName.get(type);
        Set<String> reserved = new LinkedHashSet<>(owner.simpleNames());
        reserved.addAll(on.simpleNames());
        reserved.add(Launch.class.getSimpleName());
        reserved.addAll(List.of("dev", "java", "javax"));
        if (!owner.packageName().isEmpty()) {
            reserved.add(owner.packageName().split("\\.")[0]);
        }
        NameAllocator names = new NameAllocator();
        reserved.forEach(names::newName);
        return new Scope(names, new TypeNames(access, type));
    }

    /** The same, where types are written without annotations. */
    Scope withoutAnnotations() {
        return new Scope(names.clone(), types.withoutAnnotations());
    }

    /** The names of a part of it, which knows those of the whole. */
    Scope inner() {
        return new Scope(names.clone(), types);
    }

    TypeNames types() {
        return types;
    }

    String newName(CharSequence suggestion) {
        return names.newName(suggestion.toString());
    }

    /** Gives names to type variables, which may mention one another in their bounds. */
    List<TypeVariableName> declare(List<? extends TypeVariable> variables) {
        Map<Element, String> declared = new LinkedHashMap<>();
        variables.forEach(variable -> declared.put(TypeNames.declarationOf(variable), newName(variable.asElement().getSimpleName())));
        types = types.with(declared);
        return variables.stream()
                .map(variable -> TypeVariableName.get(
                        declared.get(TypeNames.declarationOf(variable)),
                        types.of(TypeNames.boundsOf(variable)).toArray(TypeName[]::new)))
                .toList();
    }
}
