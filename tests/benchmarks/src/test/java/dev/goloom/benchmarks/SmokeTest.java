package dev.goloom.benchmarks;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.goloom.benchmarks.workloads.Contender;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Each row of the tables runs once, at a small size, by each of its contenders. */
class SmokeTest {
    private static Optional<GoMeasurer> go;

    @BeforeAll
    static void buildGo() throws Exception {
        go = GoMeasurer.build(Path.of(System.getProperty("benchmarks.basedir")), new Settings(1, 0, 0));
    }

    static Stream<Arguments> turns() {
        return Catalogue.rows().stream()
                .flatMap(row -> row.contenders().stream().map(contender -> Arguments.of(row.name(), small(row), contender)));
    }

    private static Row small(Row row) {
        int ops = Math.min(row.ops(), row.isHeap() ? 5_000 : 128);
        return new Row(
                row.name(), row.title(), row.section(), row.type(), ops, row.capacity(), Math.min(row.width(), 64),
                row.contenders(), row.goal());
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("turns")
    void runsOnce(String name, Row row, Contender contender) throws Exception {
        double value;
        if (contender == Contender.GO) {
            assumeTrue(go.isPresent(), "Go is skipped: there is no command 'go' here");
            value = go.get().measure(row, contender);
        } else if (row.isHeap()) {
            value = new HeapMeasurer().measure(row, contender);
        } else {
            value = jmh(row, contender);
        }
        assertTrue(value > 0, () -> name + " takes " + value);
    }

    private static double jmh(Row row, Contender contender) throws RunnerException {
        return new Runner(JmhMeasurer.select(row, contender)
                .verbosity(VerboseMode.SILENT)
                .mode(Mode.SingleShotTime)
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .build())
                .runSingle().getPrimaryResult().getScore();
    }
}
