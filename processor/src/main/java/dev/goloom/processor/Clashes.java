package dev.goloom.processor;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.goloom.Go;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Finds launchers that cannot be in one class: with one another, or with what the class has anyway. */
final class Clashes {
    private static final List<TypeName> BODY = List.of(ClassName.get(Go.Body.class));
    private static final List<TypeName> ARGUMENTS = List.of(ArrayTypeName.of(String.class));

    private final Elements elements;
    private final Types types;

    Clashes(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    /**
     * The launchers that clash with nothing; for the others a problem is added, one for each method.
     *
     * @param statics whether they go into the companion itself, beside {@code go} and {@code main}
     */
    List<Launcher> withoutClashes(List<Launcher> launchers, boolean statics, List<Problem> problems) {
        Map<Launcher.Signature, Launcher> taken = new HashMap<>();
        List<Launcher> sound = new ArrayList<>();
        List<ExecutableElement> reported = new ArrayList<>();
        for (Launcher launcher : launchers) {
            Optional<String> clash = reserved(launcher, statics)
                    .or(() -> Optional.ofNullable(taken.get(launcher.signature())).map(Clashes::describe));
            if (clash.isEmpty()) {
                taken.put(launcher.signature(), launcher);
                sound.add(launcher);
            } else if (!reported.contains(launcher.method())) {
                reported.add(launcher.method());
                problems.add(Problem.at(launcher.method(), "the launcher %s would clash with %s: give the method another name",
                        show(launcher), clash.get()));
            }
        }
        return sound;
    }

    private Optional<String> reserved(Launcher launcher, boolean statics) {
        if (statics && launcher.name().equals("go") && launcher.erased().equals(BODY)) {
            return Optional.of("go(Go.Body), which starts a closure");
        }
        if (statics && launcher.name().equals("main") && (launcher.erased().equals(ARGUMENTS) || launcher.erased().isEmpty())) {
            return Optional.of("main, which starts the program");
        }
        TypeElement object = elements.getTypeElement("java.lang.Object");
        return ElementFilter.methodsIn(object.getEnclosedElements()).stream()
                .filter(own -> own.getSimpleName().contentEquals(launcher.name()) && erased(own).equals(launcher.erased()))
                .findFirst()
                .map(own -> "the method " + own.getSimpleName() + " of Object");
    }

    private List<TypeName> erased(ExecutableElement method) {
        return method.getParameters().stream().map(Element::asType).map(types::erasure).map(TypeName::get).toList();
    }

    private static String describe(Launcher other) {
        return "that of " + other.name() + "(" + Names.of(other.method().getParameters().stream().map(Element::asType).toList())
                + ")";
    }

    private static String show(Launcher launcher) {
        return launcher.name() + launcher.erased().stream().map(Names::of).collect(Collectors.joining(", ", "(", ")"));
    }
}
