package dev.goloom.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.JavaFileObject;

/** The one place that writes files. */
final class CompanionWriter {
    private final Filer filer;
    private final Elements elements;
    private final Set<ClassId> taken = new HashSet<>();

    /** The classes that the companions which have been written are those of. */
    private final Map<ClassId, String> owners = new HashMap<>();

    /** The file that has asked for this round; null if there is none. */
    private FileObject request;

    /** How many there have been. */
    private int requests;

    /** Whether a companion has been written in this round. */
    private boolean hasWritten;

    CompanionWriter(Filer filer, Elements elements) {
        this.filer = filer;
        this.elements = elements;
    }

    /** Remembers the classes that a compilation is given: a companion cannot have the name of one. */
    void beginRound(Set<? extends Element> rootElements) {
        for (Element element : rootElements) {
            if (element instanceof TypeElement type) {
                taken.add(ClassId.of(type, elements));
            }
        }
        hasWritten = false;
        if (request != null) {
            delete(request);
            request = null;
        }
    }

    /** Compilers do not delete what processors have written; where it is not in a file system, it stays. */
    private static void delete(FileObject file) {
        try {
            Files.deleteIfExists(Path.of(file.toUri()));
        } catch (IOException | IllegalArgumentException | FileSystemNotFoundException e) {
            // It has no class, and does no harm.
        }
    }

    /**
     * Makes sure that there is another round before the last one: there would be none if nobody wrote anything in this. A
     * source file without a class does it, which is deleted as soon as the compiler has read it.
     */
    void askForAnotherRound(TypeElement origin) {
        if (hasWritten) {
            return;
        }
        ClassName name = Companion.nameOf(origin);
        try {
            JavaFileObject file = filer.createSourceFile(fileOf(name, origin) + "_waits" + ++requests, origin);
            try (Writer writer = file.openWriter()) {
                writer.write("// A class waits for what does not exist yet. This file is deleted in the next round.\n");
            }
            request = file;
        } catch (IOException e) {
            // Then there is none, and whoever waits is served in the last round.
        }
    }

    /** Writes {@code file}, or says why it could not be written. */
    Optional<Problem> write(JavaFile file, Companion companion) {
        ClassId id = ClassId.of(companion.name(), companion.origin(), elements);
        if (!taken.add(id)) {
            return Optional.of(nameTaken(companion, id));
        }
        owners.put(id, nameOf(companion.owner()));
        try {
            // At once: what JavaPoet writes comes in pieces of a few characters, and compilers do not buffer it.
            String text = inAscii(file.toString());
            try (Writer writer = filer.createSourceFile(fileOf(companion.name(), companion.origin()), companion.origin()).openWriter()) {
                writer.write(text);
            }
            hasWritten = true;
            return Optional.empty();
        } catch (FilerException e) {
            return Optional.of(id.in(elements).isPresent() ? notReplaced(companion) : nameTaken(companion, id));
        } catch (IOException e) {
            return Optional.of(Problem.at(companion.origin(), "the class %s could not be written: %s",
                    companion.name().simpleName(), e));
        }
    }

    /** With Unicode escapes, so that the text does not depend on the encoding, which may not even have the characters. */
    private static String inAscii(String text) {
        StringBuilder ascii = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (c < 128) {
                ascii.append(c);
            } else {
                ascii.append("\\u%04x".formatted((int) c));
            }
        }
        return ascii.toString();
    }

    /** The compiler finds the module by the package, and has to be told it only where several have that package. */
    private String fileOf(ClassName name, TypeElement origin) {
        ModuleElement module = elements.getModuleOf(origin);
        boolean ambiguous = !module.isUnnamed() && elements.getAllPackageElements(name.packageName()).size() > 1;
        return ambiguous ? module.getQualifiedName() + "/" + name.canonicalName() : name.canonicalName();
    }

    /** javac replaces it, ecj does not. */
    private static Problem notReplaced(Companion companion) {
        return Problem.at(companion.origin(),
                "the launchers of %s go into a class %s, but the compiler has found an old one on its class path and does not replace"
                        + " it: delete what the last compilation has written, or take it off the class path",
                nameOf(companion.owner()), companion.name().simpleName());
    }

    private Problem nameTaken(Companion companion, ClassId id) {
        String other = owners.get(id);
        return Problem.at(companion.origin(), "the launchers of %s go into a class %s, but %s: rename one of the two",
                nameOf(companion.owner()), companion.name().simpleName(),
                other == null ? "there is a class of that name" : "so do those of " + other);
    }

    private static String nameOf(ClassName owner) {
        return String.join(".", owner.simpleNames());
    }
}
