package dev.goloom.benchmarks;

import dev.goloom.benchmarks.workloads.Contender;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command: measures what is selected, prints the tables, and keeps the results. */
@Command(
        name = "mvn -q -Dbenchmarks=…",
        description = "Measures every workload, or those selected, by every contender in turn, and prints the tables.",
        showDefaultValues = true)
final class Benchmarks implements Callable<Integer> {
    @Option(names = {"-w", "--workloads"}, split = ",", paramLabel = "REGEX",
            description = "only those whose whole name matches one of these; --list prints the names")
    private List<Pattern> workloads = List.of(Pattern.compile(".*"));

    @Option(names = {"-c", "--contenders"}, split = ",", paramLabel = "NAME",
            description = "only these: ${COMPLETION-CANDIDATES}")
    private List<Contender> contenders = Arrays.asList(Contender.values());

    @Option(names = {"-r", "--rounds"}, paramLabel = "N", description = "how often each contender has its turn")
    private int rounds = 5;

    @Option(names = "--warmup", paramLabel = "SECONDS", description = "for how long each turn runs before it measures")
    private double warmup = 6;

    @Option(names = "--time", paramLabel = "SECONDS", description = "for how long each turn measures")
    private double time = 1.5;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "print this, and do nothing else")
    private boolean help;

    @Option(names = "--list", description = "print the names of the workloads, and do nothing else")
    private boolean list;

    @Option(names = "--last", description = "measure nothing: take the results of the last run")
    private boolean last;

    @Option(names = "--update", description = "write the tables into README.md, and the chart beside it")
    private boolean update;

    private final Path basedir = Path.of(System.getProperty("benchmarks.basedir", ""));
    private final Path results = basedir.resolve("target/benchmarks/results.json");
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    public static void main(String[] args) {
        // Ctrl-C reaches a turn's process by itself; a signal to this one alone does not.
        Runtime.getRuntime().addShutdownHook(new Thread(
                () -> ProcessHandle.current().descendants().forEach(ProcessHandle::destroy)));
        CommandLine command = new CommandLine(new Benchmarks()).setCaseInsensitiveEnumValuesAllowed(true);
        System.exit(command.execute(args));
    }

    @Override
    public Integer call() throws Exception {
        List<Row> rows = Catalogue.rows().stream().filter(this::isSelected).toList();
        if (list) {
            rows.forEach(row -> out.printf("%-24s %s %s%n", row.name(), row.title(), row.contenders()));
            return 0;
        }
        if (rows.isEmpty()) {
            System.err.println("no workload has such a name; --list prints them");
            return 2;
        }
        boolean failed = false;
        if (!last) {
            failed = measure(rows);
        } else if (!Files.exists(results)) {
            System.err.println("there are no results of a last run");
            return 2;
        }
        report(rows, Session.read(results));
        return failed ? 1 : 0;
    }

    private boolean isSelected(Row row) {
        return workloads.stream().anyMatch(pattern -> pattern.matcher(row.name()).matches());
    }

    /** Measures, and saves after each row what there is so far. */
    private boolean measure(List<Row> rows) throws Exception {
        Settings settings = new Settings(rounds, warmup, time);
        Turns turns = new Turns(basedir, settings, System.err);
        Environment environment = Environment.here();
        List<Measurement> measurements = new ArrayList<>();
        for (Row row : rows) {
            measurements.addAll(turns.measure(row, contenders));
            new Session(environment, settings, measurements).write(results);
        }
        return turns.failed();
    }

    private void report(List<Row> rows, Session session) throws Exception {
        String tables = new Tables(rows, session).all();
        out.println(tables);
        out.println(Goals.of(rows, session));
        if (update) {
            Readme.update(basedir.resolve("README.md"), "![Goloom, jox and the JDK beside Go](chart.svg)\n\n" + tables);
            new RatioChart(rows, session).write(basedir.resolve("chart.svg"));
        }
    }
}
