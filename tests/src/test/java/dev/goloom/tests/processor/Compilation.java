package dev.goloom.tests.processor;

import dev.goloom.processor.GoloomProcessor;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/**
 * A compilation with the processor, in a folder of its own.
 *
 * @param generated the text of what was generated, by file name
 */
record Compilation(
        boolean success, List<Diagnostic<? extends JavaFileObject>> diagnostics, Map<String, String> generated, Path classes) {

    enum Compiler {
        JAVAC(ToolProvider.getSystemJavaCompiler()),
        ECJ(new EclipseCompiler());

        private final JavaCompiler tool;

        Compiler(JavaCompiler tool) {
            this.tool = tool;
        }
    }

    /** Compiles {@code sources}, by file name, with the processor and before it those of {@code others}. */
    static Compilation of(Compiler compiler, Path folder, Map<String, String> sources, List<String> options, Processor... others) {
        List<Processor> processors = new ArrayList<>(List.of(others));
        processors.add(new GoloomProcessor());
        return with(processors, compiler, folder, sources, options);
    }

    /** Compiles {@code sources}, by file name, with these processors. */
    static Compilation with(
            List<Processor> processors, Compiler compiler, Path folder, Map<String, String> sources, List<String> options) {
        try {
            Path out = Files.createDirectories(folder.resolve("classes"));
            Path gen = Files.createDirectories(folder.resolve("generated"));
            List<File> files = new ArrayList<>();
            for (Map.Entry<String, String> source : sources.entrySet()) {
                Path file = folder.resolve("src").resolve(source.getKey());
                Files.createDirectories(file.getParent());
                Files.writeString(file, source.getValue());
                files.add(file.toFile());
            }
            DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
            List<String> all = new ArrayList<>(List.of("--release", "25", "-proc:full", "-d", out.toString(), "-s", gen.toString()));
            if (!options.contains("-cp")) {
                // Where there are two, javac takes the last and ecj both.
                all.addAll(List.of("-cp", System.getProperty("java.class.path")));
            }
            all.addAll(options);
            boolean success;
            StringWriter messages = new StringWriter();
            try (StandardJavaFileManager manager =
                    compiler.tool.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
                JavaCompiler.CompilationTask task =
                        compiler.tool.getTask(messages, manager, diagnostics, all, null, manager.getJavaFileObjectsFromFiles(files));
                task.setProcessors(processors);
                success = task.call();
            }
            return new Compilation(success, diagnostics.getDiagnostics(), read(gen), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> read(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return texts;
    }

    List<Diagnostic<? extends JavaFileObject>> errors() {
        return diagnostics.stream().filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR).toList();
    }
}
