package dev.goloom.processor;

import com.google.auto.service.AutoService;
import dev.goloom.Generator;
import dev.goloom.Goroutine;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Writes a companion class for every class that has methods annotated with {@link Goroutine} or {@link Generator}.
 *
 * <p>For each such class: parse → check → render → write. A class that mentions types which do not exist yet waits for
 * the next round: another processor may be about to write them.
 */
@AutoService(Processor.class)
public final class GoloomProcessor extends AbstractProcessor {
    /** Named, so that javac does not warn of an annotation without a processor when it meets it in what is generated. */
    private static final String GENERATED = "javax.annotation.processing.Generated";

    private final Set<ClassId> waiting = new HashSet<>();
    private final CompanionRenderer renderer = new CompanionRenderer();
    private Elements elements;
    private Parser parser;
    private CompanionWriter writer;
    private Reporter reporter;

    /** For the compiler. */
    public GoloomProcessor() {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(Goroutine.class.getName(), Generator.class.getName(), GENERATED);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        elements = environment.getElementUtils();
        parser = new Parser(elements, environment.getTypeUtils());
        writer = new CompanionWriter(environment.getFiler(), elements);
        reporter = new Reporter(environment.getMessager());
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        writer.remember(round.getRootElements());
        types(round).forEach((id, type) -> {
            if (!round.processingOver() && id.isOf(type, elements) && Sources.of(type).anyMissing()) {
                waiting.add(id);
            } else {
                waiting.remove(id);
                process(type);
            }
        });
        return true;
    }

    private void process(TypeElement type) {
        Parsed parsed = parser.parse(type);
        reporter.report(parsed.problems());
        boolean hasGenerated = elements.getTypeElement(elements.getModuleOf(type), GENERATED) != null;
        writer.write(renderer.render(parsed.companion(), hasGenerated), parsed.companion()).ifPresent(reporter::report);
    }

    /** The classes to look at, those that were waiting and those that are new, in an order that is always the same. */
    private SortedMap<ClassId, TypeElement> types(RoundEnvironment round) {
        SortedMap<ClassId, TypeElement> types = new TreeMap<>();
        waiting.forEach(id -> types.put(id, id.find(elements)));
        for (var annotation : List.of(Goroutine.class, Generator.class)) {
            for (ExecutableElement method : ElementFilter.methodsIn(round.getElementsAnnotatedWith(annotation))) {
                TypeElement type = (TypeElement) method.getEnclosingElement();
                types.put(ClassId.of(type, elements), type);
            }
        }
        return types;
    }
}
