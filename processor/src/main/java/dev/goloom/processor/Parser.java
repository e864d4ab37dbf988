package dev.goloom.processor;

import static dev.goloom.processor.Annotated.isMain;
import static dev.goloom.processor.Annotated.isStatic;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Turns an annotated class into the model of its companion, leaving out what has mistakes. */
final class Parser {
    private final Elements elements;
    private final Checks checks;
    private final Clashes clashes;
    private final LauncherParser launchers;

    Parser(Elements elements, Types types) {
        this.elements = elements;
        this.checks = new Checks(elements);
        this.clashes = new Clashes(elements, types);
        this.launchers = new LauncherParser(elements, types);
    }

    Parsed parse(TypeElement type) {
        List<Problem> problems = new ArrayList<>();
        List<Launcher> statics = new ArrayList<>();
        List<Launcher> instances = new ArrayList<>();
        List<Companion.Main> mains = new ArrayList<>();
        for (ExecutableElement method : ownMethods(type)) {
            Optional<Problem> problem = checks.problemOf(method);
            if (problem.isPresent()) {
                problems.add(problem.get());
            } else if (isMain(method) && mains.isEmpty()) {
                mains.add(new Companion.Main(!method.getParameters().isEmpty()));
            } else if (isMain(method)) {
                problems.add(Problem.at(method, "there are two methods main annotated @Goroutine, but a program has one main"
                        + " goroutine: annotate one of them"));
            } else if (!UnresolvedTypes.anyIn(method)) {
                (isStatic(method) ? statics : instances).addAll(launchers.parse(type, method));
            }
        }
        if (isUnreachable(type)) {
            return new Parsed(Optional.empty(), problems);
        }
        instances.addAll(inherited(type));
        if (!instances.isEmpty() && checks.takesBodies(type)) {
            problems.add(Problem.at(type, "%s is a functional interface without parameters, so that go(() -> …) could mean"
                    + " a %s or the body of a goroutine: make its methods static, with the receiver as a parameter,"
                    + " or annotate them in a class that implements it", type.getSimpleName(), type.getSimpleName()));
            instances.clear();
        }
        Companion companion = new Companion(
                type,
                ClassName.get(type),
                nameOf(type),
                isPublic(type),
                TypeName.get(type.asType()),
                typeVariables(type),
                clashes.withoutClashes(statics, true, problems),
                clashes.withoutClashes(instances, false, problems),
                mains.stream().findFirst());
        return new Parsed(Optional.of(companion), problems);
    }

    private static List<ExecutableElement> ownMethods(TypeElement type) {
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream().filter(Annotated::isAny).toList();
    }

    /** The launchers of annotated instance methods that {@code type} has from above and its companion can call. */
    private List<Launcher> inherited(TypeElement type) {
        List<Launcher> inherited = new ArrayList<>();
        for (ExecutableElement method : ElementFilter.methodsIn(elements.getAllMembers(type))) {
            if (Annotated.isAny(method)
                    && !isStatic(method)
                    && !method.getEnclosingElement().equals(type)
                    && isAccessible(method, type)
                    && !UnresolvedTypes.anyIn(method)
                    && checks.problemOf(method).isEmpty()) {
                inherited.addAll(launchers.parse(type, method));
            }
        }
        return inherited;
    }

    private boolean isAccessible(ExecutableElement method, TypeElement type) {
        return method.getModifiers().contains(Modifier.PUBLIC)
                || elements.getPackageOf(method).equals(elements.getPackageOf(type));
    }

    /** Whether no other class can name this one; each method of it has been reported then. */
    private boolean isUnreachable(TypeElement type) {
        for (Element each = type; each instanceof TypeElement; each = each.getEnclosingElement()) {
            if (each.getModifiers().contains(Modifier.PRIVATE) || elements.getOrigin(each) == Elements.Origin.MANDATED) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPublic(TypeElement type) {
        for (Element each = type; each instanceof TypeElement; each = each.getEnclosingElement()) {
            if (!each.getModifiers().contains(Modifier.PUBLIC)) {
                return false;
            }
        }
        return true;
    }

    /** {@code BoringGo} for {@code Boring}, {@code Outer_InnerGo} for {@code Outer.Inner}. */
    private ClassName nameOf(TypeElement type) {
        PackageElement itsPackage = elements.getPackageOf(type);
        return ClassName.get(itsPackage.getQualifiedName().toString(), String.join("_", ClassName.get(type).simpleNames()) + "Go");
    }

    /** Those of the class, and of the classes around it that its instances belong to, outermost first. */
    private static List<TypeVariableName> typeVariables(TypeElement type) {
        Deque<TypeElement> chain = new ArrayDeque<>();
        Element each = type;
        while (each instanceof TypeElement element) {
            chain.addFirst(element);
            boolean belongs = !element.getModifiers().contains(Modifier.STATIC)
                    && element.getKind() == ElementKind.CLASS;
            each = belongs ? element.getEnclosingElement() : null;
        }
        List<TypeVariableName> variables = new ArrayList<>();
        for (TypeElement element : chain) {
            for (TypeParameterElement parameter : element.getTypeParameters()) {
                variables.add(TypeVariableName.get(parameter));
            }
        }
        return variables;
    }
}
