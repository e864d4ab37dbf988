package dev.goloom.processor;

import com.palantir.javapoet.JavaFile;
import java.io.IOException;
import java.io.Writer;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** The one place that writes files. */
final class CompanionWriter {
    private final Filer filer;
    private final Elements elements;
    private final Set<String> taken = new HashSet<>();

    CompanionWriter(Filer filer, Elements elements) {
        this.filer = filer;
        this.elements = elements;
    }

    /** Remembers the classes that a compilation is given: a companion cannot have the name of one. */
    void remember(Set<? extends Element> rootElements) {
        for (Element element : rootElements) {
            if (element instanceof TypeElement type) {
                taken.add(type.getQualifiedName().toString());
            }
        }
    }

    /** Writes {@code file}, or says why it could not be written. */
    Optional<Problem> write(JavaFile file, Companion companion) {
        if (!taken.add(companion.name().canonicalName())) {
            return Optional.of(nameTaken(companion));
        }
        try {
            // At once: what JavaPoet writes comes in pieces of a few characters, and compilers do not buffer it.
            String text = file.toString();
            try (Writer writer = filer.createSourceFile(companion.name().canonicalName(), companion.origin()).openWriter()) {
                writer.write(text);
            }
            return Optional.empty();
        } catch (FilerException e) {
            boolean compiledBefore = elements.getTypeElement(companion.name().canonicalName()) != null;
            return Optional.of(compiledBefore ? notReplaced(companion) : nameTaken(companion));
        } catch (IOException e) {
            return Optional.of(Problem.at(companion.origin(), "the class %s could not be written: %s",
                    companion.name().simpleName(), e));
        }
    }

    /** javac replaces it, ecj does not. */
    private static Problem notReplaced(Companion companion) {
        return Problem.at(companion.origin(),
                "the launchers of %s go into a class %s, but the compiler has found an old one on its class path and does not replace"
                        + " it: delete what the last compilation has written, or take it off the class path",
                String.join(".", companion.owner().simpleNames()), companion.name().simpleName());
    }

    private static Problem nameTaken(Companion companion) {
        return Problem.at(companion.origin(),
                "the launchers of %s go into a class %s, but there is a class of that name: rename one of the two",
                String.join(".", companion.owner().simpleNames()), companion.name().simpleName());
    }
}
