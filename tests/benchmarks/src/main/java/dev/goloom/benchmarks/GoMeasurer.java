package dev.goloom.benchmarks;

import dev.goloom.benchmarks.workloads.Contender;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Runs the workload of the Go program that has the same name. */
final class GoMeasurer implements Measurer {
    private final Path program;
    private final Settings settings;

    private GoMeasurer(Path program, Settings settings) {
        this.program = program;
        this.settings = settings;
    }

    /** Builds the program; empty if there is no Go here. */
    static Optional<GoMeasurer> build(Path basedir, Settings settings) throws IOException, InterruptedException {
        if (version().isEmpty()) {
            return Optional.empty();
        }
        Path program = basedir.resolve("target/benchmarks/go-workloads").toAbsolutePath();
        Output.in(basedir.resolve("src/main/go"), List.of("go", "build", "-o", program.toString(), "."));
        return Optional.of(new GoMeasurer(program, settings));
    }

    /** As {@code go version} tells; empty if there is no Go here. */
    static Optional<String> version() throws InterruptedException {
        try {
            return Optional.of(Output.of(List.of("go", "env", "GOVERSION")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public double measure(Row row, Contender contender) throws IOException, InterruptedException {
        return Double.parseDouble(Output.of(List.of(
                program.toString(), "-workload", row.type().getSimpleName(),
                "-ops", String.valueOf(row.ops()),
                "-capacity", String.valueOf(row.capacity()),
                "-width", String.valueOf(row.width()),
                "-warmup", settings.warmup(row) + "s",
                "-time", settings.time() + "s")));
    }
}
