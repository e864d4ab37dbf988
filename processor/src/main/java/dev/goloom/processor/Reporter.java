package dev.goloom.processor;

import java.util.List;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** The one place that prints problems. */
final class Reporter {
    private final Messager messager;

    Reporter(Messager messager) {
        this.messager = messager;
    }

    void report(List<Problem> problems) {
        problems.forEach(this::report);
    }

    void report(Problem problem) {
        messager.printMessage(
                Diagnostic.Kind.ERROR, problem.message(), placeOf(problem.element()), problem.annotation(), problem.value());
    }

    /**
     * A record component for its accessor: one that the compiler makes has neither file nor line, and nothing tells it from
     * one that is written. (In ecj neither has a component, nor the record.)
     */
    private static Element placeOf(Element element) {
        return element instanceof ExecutableElement method && method.getParameters().isEmpty()
                ? ((TypeElement) method.getEnclosingElement()).getRecordComponents().stream()
                        .filter(component -> component.getSimpleName().equals(method.getSimpleName()))
                        .findFirst()
                        .map(Element.class::cast)
                        .orElse(method)
                : element;
    }
}
