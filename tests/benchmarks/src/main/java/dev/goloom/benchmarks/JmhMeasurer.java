package dev.goloom.benchmarks;

import dev.goloom.benchmarks.workloads.Contender;
import java.util.Collection;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs a workload by JMH, in a fork with the JVM's own settings. */
final class JmhMeasurer implements Measurer {
    /** A warm-up is divided into so many iterations: so it has as many invocations at least, however long one takes. */
    private static final int WARMUP_ITERATIONS = 5;

    /** The iterations that a measurement is made of. */
    private static final int ITERATION_MILLIS = 500;

    /** JMH itself still uses what the JDK warns of. */
    private static final String QUIET = "--sun-misc-unsafe-memory-access=allow";

    /** As Go's main is a goroutine, so is the thread that runs the workload. */
    private static final String[] JVM = {QUIET, "-Djmh.executor=VIRTUAL"};

    private static final String[] JVM_OF_BARE = {QUIET, "--add-exports=java.base/jdk.internal.vm=ALL-UNNAMED"};

    private final Settings settings;

    JmhMeasurer(Settings settings) {
        this.settings = settings;
    }

    @Override
    public double measure(Row row, Contender contender) throws RunnerException {
        ChainedOptionsBuilder options = select(row, contender)
                .verbosity(VerboseMode.SILENT)
                .forks(1)
                .jvmArgs(contender == Contender.BARE ? JVM_OF_BARE : JVM)
                .warmupIterations(WARMUP_ITERATIONS)
                .warmupTime(TimeValue.milliseconds(Math.round(settings.warmup(row) * 1000 / WARMUP_ITERATIONS)))
                .measurementIterations(Math.max(1, (int) Math.round(settings.time() * 1000 / ITERATION_MILLIS)))
                .measurementTime(TimeValue.milliseconds(ITERATION_MILLIS));
        Collection<RunResult> results = new Runner(options.build()).run();
        return results.iterator().next().getPrimaryResult().getScore() / row.ops();
    }

    /** What runs this row and no other. */
    static ChainedOptionsBuilder select(Row row, Contender contender) {
        return new OptionsBuilder()
                .include("^" + Pattern.quote(row.type().getName() + ".run") + "$")
                .param("contender", contender.name())
                .param("ops", String.valueOf(row.ops()))
                .param("capacity", String.valueOf(row.capacity()))
                .param("width", String.valueOf(row.width()))
                .shouldFailOnError(true);
    }
}
