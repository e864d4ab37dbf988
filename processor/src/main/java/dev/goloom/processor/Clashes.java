package dev.goloom.processor;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.goloom.Go;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Finds launchers that cannot be in one class: with one another, or with what the class has anyway. */
final class Clashes {
    private static final List<TypeName> BODY = List.of(ClassName.get(Go.Body.class));
    private static final List<TypeName> ARGUMENTS = List.of(ArrayTypeName.of(String.class));

    private final Elements elements;
    private final Lambdas lambdas;

    Clashes(Elements elements, Lambdas lambdas) {
        this.elements = elements;
        this.lambdas = lambdas;
    }

    /** The launchers of static methods that clash with nothing; for the others a problem is added, one for each method. */
    List<Launcher> ofStatics(List<Launcher> launchers, TypeElement type, boolean hasReceiver, List<Problem> problems) {
        return withoutAmbiguousVarargs(without(launchers, launcher -> ofObject(launcher)
                .or(() -> ofCompanion(launcher, type, hasReceiver)), problems));
    }

    /**
     * The launchers of instance methods that clash with nothing; for others of {@code own} a problem is added, one for
     * each method. Of {@code inherited} those give way: their mistakes are reported where they are declared.
     */
    List<Launcher> ofInstances(List<Launcher> own, List<Launcher> inherited, List<Problem> problems) {
        List<Launcher> sound = without(own, this::ofObject, problems);
        Set<Launcher.Signature> taken = new HashSet<>();
        sound.forEach(launcher -> taken.add(launcher.signature()));
        Stream<Launcher> more = inherited.stream()
                .filter(launcher -> ofObject(launcher).isEmpty() && taken.add(launcher.signature()))
                .sorted(Comparator.comparing(Clashes::show));
        return withoutAmbiguousVarargs(Stream.concat(sound.stream(), more).toList());
    }

    private interface Rule {
        /** What the launcher would clash with. */
        Optional<String> clashOf(Launcher launcher);
    }

    private static List<Launcher> without(List<Launcher> launchers, Rule reserved, List<Problem> problems) {
        Map<Launcher.Signature, Launcher> taken = new HashMap<>();
        List<Launcher> sound = new ArrayList<>();
        Set<ExecutableElement> reported = new HashSet<>();
        for (Launcher launcher : launchers) {
            Optional<String> clash = reserved.clashOf(launcher)
                    .or(() -> Optional.ofNullable(taken.get(launcher.signature())).map(Clashes::describe));
            if (clash.isEmpty()) {
                taken.put(launcher.signature(), launcher);
                sound.add(launcher);
            } else if (reported.add(launcher.method())) {
                problems.add(Problem.at(launcher.method(), "the launcher %s would clash with %s: give the method another name",
                        show(launcher), clash.get()));
            }
        }
        return sound;
    }

    private Optional<String> ofCompanion(Launcher launcher, TypeElement type, boolean hasReceiver) {
        if (launcher.name().equals("go") && (launcher.erased().equals(BODY) || takesLambda(launcher, type))) {
            return Optional.of("go(Go.Body), which starts a closure");
        }
        if (launcher.name().equals("go") && hasReceiver && launcher.erased().equals(List.of(ClassName.get(type)))) {
            return Optional.of("go(%s), which launches instance methods".formatted(type.getSimpleName()));
        }
        if (launcher.name().equals("main") && (launcher.erased().equals(ARGUMENTS) || launcher.erased().isEmpty())) {
            return Optional.of("main, which starts the program");
        }
        return Optional.empty();
    }

    /** Whether {@code go(() -> …)} could mean the launcher, which is of a method of {@code type}. */
    private boolean takesLambda(Launcher launcher, TypeElement type) {
        return launcher.erased().size() == 1
                && !launcher.parameters().isEmpty()
                && launcher.erased().getFirst() instanceof ClassName name
                && ClassId.of(name, type, elements).in(elements).filter(lambdas::fit).isPresent();
    }

    private Optional<String> ofObject(Launcher launcher) {
        TypeElement object = elements.getTypeElement(Object.class.getName());
        return ElementFilter.methodsIn(object.getEnclosedElements()).stream()
                .filter(own -> own.getSimpleName().contentEquals(launcher.name())
                        && Erasure.of(Annotated.parameterTypes(own)).equals(launcher.erased()))
                .findFirst()
                .map(own -> "the method " + own.getSimpleName() + " of Object");
    }

    /**
     * A generator's launcher takes any number of arguments as a convenience; where another one of its name does so too, a
     * call could mean either, and it takes an array.
     */
    private static List<Launcher> withoutAmbiguousVarargs(List<Launcher> launchers) {
        Map<String, Long> varargs = launchers.stream()
                .filter(Launcher::varargs)
                .collect(Collectors.groupingBy(Launcher::name, Collectors.counting()));
        return launchers.stream()
                .map(launcher -> launcher.kind() == Launcher.Kind.GENERATOR && varargs.getOrDefault(launcher.name(), 0L) > 1
                        ? launcher.withoutVarargs()
                        : launcher)
                .toList();
    }

    private static String describe(Launcher other) {
        return "that of %s(%s)".formatted(other.name(), Names.of(Annotated.parameterTypes(other.method())));
    }

    private static String show(Launcher launcher) {
        return launcher.name() + launcher.erased().stream().map(Names::of).collect(Collectors.joining(", ", "(", ")"));
    }
}
