package dev.goloom.processor;

import com.palantir.javapoet.JavaFile;
import java.io.IOException;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;

/** The one place that writes files. */
final class CompanionWriter {
    private final Filer filer;

    CompanionWriter(Filer filer) {
        this.filer = filer;
    }

    /** Writes {@code file}, or says why it could not be written. */
    Optional<Problem> write(JavaFile file, Companion companion) {
        try {
            file.writeTo(filer);
            return Optional.empty();
        } catch (FilerException e) {
            return Optional.of(Problem.at(companion.origin(),
                    "the launchers of %s go into a class %s, but there is a class of that name: rename one of the two",
                    companion.origin().getSimpleName(), companion.name().simpleName()));
        } catch (IOException e) {
            return Optional.of(Problem.at(companion.origin(),
                    "the class %s could not be written: %s", companion.name().simpleName(), e));
        }
    }
}
