package dev.goloom.processor;

import com.google.auto.service.AutoService;
import dev.goloom.Generator;
import dev.goloom.Goroutine;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
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
 * other rounds: another processor may be about to write them. Mistakes are reported in the last one.
 */
@AutoService(Processor.class)
public final class GoloomProcessor extends AbstractProcessor {
    /** Named, so that javac does not warn of an annotation without a processor when it meets it in what is generated. */
    private static final String GENERATED = "javax.annotation.processing.Generated";

    private final Set<ClassId> mistaken = new TreeSet<>();
    private final SortedMap<ClassId, Problem> notWritten = new TreeMap<>();
    private final CompanionRenderer renderer = new CompanionRenderer();
    private Elements elements;
    private Waiting waiting;
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
        waiting = new Waiting(elements);
        parser = new Parser(elements, environment.getTypeUtils());
        writer = new CompanionWriter(environment.getFiler(), elements);
        reporter = new Reporter(environment.getMessager());
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        writer.beginRound(round.getRootElements());
        SortedMap<ClassId, TypeElement> types = types(round);
        waiting.ready(types, round).forEach(this::process);
        if (round.processingOver()) {
            reportMistakes();
        } else {
            waiting.find().values().stream().findFirst().ifPresent(writer::askForAnotherRound);
        }
        return true;
    }

    private void process(ClassId id, TypeElement type) {
        Parsed parsed = parser.parse(type);
        if (!id.isOf(type, elements)) {
            reporter.report(parsed.problems());
        } else if (!parsed.problems().isEmpty()) {
            mistaken.add(id);
        }
        boolean hasGenerated = elements.getTypeElement(elements.getModuleOf(type), GENERATED) != null;
        writer.write(renderer.render(parsed.companion(), hasGenerated), parsed.companion())
                .ifPresent(problem -> notWritten.put(id, problem));
    }

    /**
     * In the last round, since an error makes the next one the last: what others, and classes that wait, are about to write
     * would be missing too. The elements are others by then, so that the mistakes have to be found again.
     */
    private void reportMistakes() {
        for (ClassId id : mistaken) {
            id.in(elements).ifPresent(type -> reporter.report(parser.parse(type).problems()));
        }
        notWritten.forEach((id, problem) -> id.in(elements).ifPresent(type -> reporter.report(problem.on(type))));
    }

    /** The classes to look at, those that were waiting and those that are new, in an order that is always the same. */
    private SortedMap<ClassId, TypeElement> types(RoundEnvironment round) {
        SortedMap<ClassId, TypeElement> types = waiting.find();
        for (var annotation : List.of(Goroutine.class, Generator.class)) {
            for (ExecutableElement method : ElementFilter.methodsIn(round.getElementsAnnotatedWith(annotation))) {
                TypeElement type = (TypeElement) method.getEnclosingElement();
                types.put(ClassId.of(type, elements), type);
            }
        }
        return types;
    }
}
