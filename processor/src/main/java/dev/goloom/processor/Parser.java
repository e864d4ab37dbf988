package dev.goloom.processor;

import static dev.goloom.processor.Annotated.isMain;
import static dev.goloom.processor.Annotated.isStatic;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Turns an annotated class into the model of its companion, leaving out what has mistakes. */
final class Parser {
    private final Access access;
    private final Obscuring obscuring;
    private final Checks checks;
    private final ClassChecks classChecks;
    private final Clashes clashes;
    private final LauncherParser launchers;
    private final InheritedMethods inherited;

    Parser(Elements elements, Types types) {
        this.access = new Access(elements);
        this.obscuring = new Obscuring(access);
        this.checks = new Checks(access, obscuring);
        Lambdas lambdas = new Lambdas(elements);
        this.classChecks = new ClassChecks(elements, types, access, lambdas);
        this.clashes = new Clashes(elements, lambdas);
        this.launchers = new LauncherParser(types);
        this.inherited = new InheritedMethods(elements, types, access);
    }

    Parsed parse(TypeElement type) {
        ClassName name = Companion.nameOf(type);
        List<ExecutableElement> annotated =
                ElementFilter.methodsIn(type.getEnclosedElements()).stream().filter(Annotated::isAny).toList();
        Optional<Problem> unreachable = classChecks.unreachable(type, annotated.getFirst());
        if (unreachable.isPresent()) {
            return new Parsed(Companion.bare(type, name), List.of(unreachable.get()));
        }
        List<Problem> problems = new ArrayList<>();
        List<ExecutableElement> sound = sound(annotated, problems);
        ClassName on = onOf(name, type);
        Scope scope = Scope.of(type, on, access);
        List<Launcher> statics = sound.stream()
                .filter(method -> isStatic(method) && !isMain(method))
                .flatMap(method -> launchers.parse(method, scope).stream())
                .toList();
        Optional<Companion.Receiver> receiver = receiver(type, on, sound, scope.inner(), problems);
        Companion companion = new Companion(
                type,
                name,
                Access.isPublicToAll(type),
                obscuring.fieldInsteadOf(type).isPresent(),
                receiver,
                clashes.ofStatics(statics, type, receiver.isPresent(), problems),
                sound.stream().filter(Annotated::isMain).findFirst().map(main -> main(main, scope.inner())));
        return new Parsed(companion, problems);
    }

    private static Companion.Main main(ExecutableElement method, Scope scope) {
        return new Companion.Main(!method.getParameters().isEmpty(), scope.newName("args"));
    }

    /** The methods without mistakes; of several mains the first. The compiler itself reports a type that is missing. */
    private List<ExecutableElement> sound(List<ExecutableElement> methods, List<Problem> problems) {
        List<ExecutableElement> sound = new ArrayList<>();
        for (ExecutableElement method : methods) {
            if (MentionedTypes.anyMissing(method)) {
                continue;
            }
            Optional<Problem> problem = checks.problemOf(method).or(() -> checks.oneMain(method, sound));
            problem.ifPresentOrElse(problems::add, () -> sound.add(method));
        }
        return sound;
    }

    private Optional<Companion.Receiver> receiver(
            TypeElement type, ClassName on, List<ExecutableElement> methods, Scope scope, List<Problem> problems) {
        DeclaredType self = (DeclaredType) type.asType();
        List<Inherited> above = inherited.of(type).stream()
                .filter(each -> !MentionedTypes.anyMissing(each.method()) && checks.problemOf(each.method()).isEmpty())
                .toList();
        List<ExecutableElement> own = methods.stream().filter(method -> !isStatic(method)).toList();
        if (own.isEmpty() && above.isEmpty() || classChecks.anyMissing(typeVariables(self))) {
            return Optional.empty();
        }
        Optional<Problem> problem = classChecks.problemOfReceiver(type, typeVariables(self));
        if (problem.isPresent()) {
            if (!own.isEmpty() || !above.stream().allMatch(this::isMistakenAbove)) {
                problems.add(problem.get());
            }
            return Optional.empty();
        }
        List<TypeVariableName> variables = scope.declare(typeVariables(self));
        TypeName itsType = scope.types().visit(self);
        List<Launcher> found = clashes.ofInstances(
                own.stream().flatMap(method -> launchers.parse(method, scope).stream()).toList(),
                above.stream().flatMap(each -> launchers.parseInherited(each, self, scope).stream()).toList(),
                problems);
        return Optional.of(new Companion.Receiver(on, itsType, variables, found));
    }

    /** Whether the class that annotates the method cannot be a receiver itself: that is reported there, and heirs say no more. */
    private boolean isMistakenAbove(Inherited method) {
        TypeElement type = (TypeElement) method.method().getEnclosingElement();
        return classChecks.problemOfReceiver(type, typeVariables((DeclaredType) type.asType())).isPresent();
    }

    /** Those of the class, and of the classes around it that its instances belong to, outermost first. */
    private static List<TypeVariable> typeVariables(DeclaredType type) {
        List<TypeVariable> variables = new ArrayList<>(
                TypeNames.outer(type).map(Parser::typeVariables).orElse(List.of()));
        for (TypeMirror argument : type.getTypeArguments()) {
            variables.add((TypeVariable) argument);
        }
        return variables;
    }

    /** {@code BoringGo.On}; a class {@code On} of the unnamed package could not be told from it by its package. */
    private static ClassName onOf(ClassName companion, TypeElement type) {
        boolean taken = companion.packageName().isEmpty()
                && (ClassName.get(type).topLevelClassName().simpleName().equals("On") || Sources.of(type).mentions("On"));
        return companion.nestedClass(taken ? "On_" : "On");
    }
}
