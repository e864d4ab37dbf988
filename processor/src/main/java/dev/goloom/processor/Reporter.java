package dev.goloom.processor;

import java.util.List;
import javax.annotation.processing.Messager;
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
                Diagnostic.Kind.ERROR, problem.message(), problem.element(), problem.annotation(), problem.value());
    }
}
