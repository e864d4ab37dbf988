package dev.goloom.processor;

import static dev.goloom.processor.Annotated.isGenerator;
import static dev.goloom.processor.Annotated.returnsValue;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import dev.goloom.Generator;
import dev.goloom.Launch;
import dev.goloom.SendChan;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Turns an annotated method that has no mistake into its launchers. */
final class LauncherParser {
    private final Elements elements;
    private final Types types;

    LauncherParser(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    /** @param type the class whose companion the launchers go into; the method's own, or one that inherits it */
    List<Launcher> parse(TypeElement type, ExecutableElement method) {
        ExecutableType signature = (ExecutableType) types.asMemberOf((DeclaredType) type.asType(), method);
        if (isGenerator(method)) {
            return List.of(generator(type, method, signature));
        }
        if (returnsValue(method)) {
            return List.of(
                    launcher(type, method, signature, Launcher.Kind.VALUE), launcher(type, method, signature, Launcher.Kind.VALUE_TO));
        }
        return List.of(launcher(type, method, signature, Launcher.Kind.GOROUTINE));
    }

    /** Leaves out the channel; a last array then takes any number of arguments, as in Go's {@code gen(nums ...int)}. */
    private Launcher generator(TypeElement type, ExecutableElement method, ExecutableType signature) {
        int last = signature.getParameterTypes().size() - 1;
        List<? extends TypeMirror> rest = signature.getParameterTypes().subList(0, last);
        TypeMirror element = Checks.elementOf(signature.getParameterTypes().get(last)).orElseThrow();
        TypeMirror sent = element instanceof WildcardType wildcard ? wildcard.getSuperBound() : element;
        boolean varargs = !rest.isEmpty() && rest.getLast() instanceof ArrayType array && isReifiable(array.getComponentType());
        NameAllocator names = names(type);
        List<Launcher.Parameter> parameters = parameters(names, method.getParameters().subList(0, last), rest);
        String channel = names.newName(method.getParameters().get(last).getSimpleName().toString());
        return new Launcher(
                method,
                ownerOf(method),
                Launcher.Kind.GENERATOR,
                typeVariables(signature),
                parameters,
                varargs,
                false,
                TypeName.get(sent),
                channel,
                method.getAnnotation(Generator.class).buffer(),
                isPublic(method),
                elements.isDeprecated(method),
                erased(rest),
                erased(method));
    }

    private Launcher launcher(TypeElement type, ExecutableElement method, ExecutableType signature, Launcher.Kind kind) {
        List<? extends TypeMirror> all = signature.getParameterTypes();
        NameAllocator names = names(type);
        List<Launcher.Parameter> parameters = parameters(names, method.getParameters(), all);
        List<TypeName> erased = new ArrayList<>(erased(all));
        if (kind == Launcher.Kind.VALUE_TO) {
            erased.add(ClassName.get(SendChan.class));
        }
        boolean varargs = method.isVarArgs() && kind != Launcher.Kind.VALUE_TO;
        return new Launcher(
                method,
                ownerOf(method),
                kind,
                typeVariables(signature),
                parameters,
                varargs,
                varargs && method.getAnnotation(SafeVarargs.class) != null,
                TypeName.get(signature.getReturnType()).box(),
                kind == Launcher.Kind.VALUE_TO ? names.newName("out") : "",
                0,
                isPublic(method),
                elements.isDeprecated(method),
                erased,
                erased(method));
    }

    /** Knows the names that a parameter would hide in the body of a launcher: those of classes, and of packages. */
    private NameAllocator names(TypeElement type) {
        NameAllocator names = new NameAllocator();
        names.newName(Launch.class.getSimpleName());
        ClassName owner = ClassName.get(type);
        owner.simpleNames().stream().distinct().filter(name -> !name.equals("Launch")).forEach(names::newName);
        if (!owner.packageName().isEmpty()) {
            names.newName(owner.packageName().split("\\.")[0]);
        }
        if (!owner.packageName().startsWith("dev.") && !owner.packageName().equals("dev")) {
            names.newName("dev");
        }
        return names;
    }

    private static List<Launcher.Parameter> parameters(
            NameAllocator names, List<? extends VariableElement> parameters, List<? extends TypeMirror> types) {
        List<Launcher.Parameter> result = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            String name = names.newName(parameters.get(i).getSimpleName().toString());
            result.add(new Launcher.Parameter(TypeName.get(types.get(i)), name));
        }
        return result;
    }

    private static List<TypeVariableName> typeVariables(ExecutableType signature) {
        return signature.getTypeVariables().stream().map(TypeVariableName::get).toList();
    }

    private static ClassName ownerOf(ExecutableElement method) {
        return ClassName.get((TypeElement) method.getEnclosingElement());
    }

    private static boolean isPublic(ExecutableElement method) {
        return method.getModifiers().contains(Modifier.PUBLIC);
    }

    private List<TypeName> erased(ExecutableElement method) {
        return erased(method.getParameters().stream().map(Element::asType).toList());
    }

    private List<TypeName> erased(List<? extends TypeMirror> parameters) {
        return parameters.stream().map(types::erasure).map(TypeName::get).toList();
    }

    /** Whether an array of {@code type} can be made without a warning. */
    private static boolean isReifiable(TypeMirror type) {
        return switch (type) {
            case ArrayType array -> isReifiable(array.getComponentType());
            case DeclaredType declared -> declared.getTypeArguments().stream().allMatch(LauncherParser::isUnbounded)
                    && (declared.getEnclosingType().getKind() == TypeKind.NONE || isReifiable(declared.getEnclosingType()));
            default -> type.getKind().isPrimitive();
        };
    }

    private static boolean isUnbounded(TypeMirror argument) {
        return argument instanceof WildcardType wildcard
                && wildcard.getExtendsBound() == null
                && wildcard.getSuperBound() == null;
    }
}
