package dev.goloom.benchmarks;

import static dev.goloom.benchmarks.workloads.Contender.GO;

import dev.goloom.benchmarks.workloads.Contender;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lets every contender have its turn, round by round, so that whatever else the machine does hits all alike. */
final class Turns {
    private final Settings settings;
    private final PrintStream progress;
    private final Measurer heap = new HeapMeasurer();
    private final Measurer jmh;
    private final Optional<GoMeasurer> go;
    private boolean failed;

    Turns(Path basedir, Settings settings, PrintStream progress) throws IOException, InterruptedException {
        this.settings = settings;
        this.progress = progress;
        this.jmh = new JmhMeasurer(settings);
        this.go = GoMeasurer.build(basedir, settings);
        if (go.isEmpty()) {
            progress.println("Go is skipped: there is no command 'go' here");
        }
    }

    /** Measures one row; those in {@code selected} that can do it take part. */
    List<Measurement> measure(Row row, List<Contender> selected) {
        List<Measurement> measurements = new ArrayList<>();
        for (Contender contender : row.contenders()) {
            if (selected.contains(contender) && (contender != GO || go.isPresent())) {
                measurements.add(new Measurement(row.name(), contender));
            }
        }
        for (int round = 1; round <= settings.rounds(); round++) {
            for (Measurement measurement : measurements) {
                turn(row, measurement, round);
            }
        }
        return measurements;
    }

    private void turn(Row row, Measurement measurement, int round) {
        Contender contender = measurement.contender();
        try {
            double signal = Signal.measure();
            double value = measurer(row, contender).measure(row, contender);
            measurement.values().add(value);
            measurement.signals().add(signal);
            progress.printf(
                    "%s %d/%d %s %.1f (signal %.0f ns)%n", row.name(), round, settings.rounds(), contender, value, signal);
        } catch (Exception e) {
            failed = true;
            progress.printf("%s %d/%d %s FAILED: %s%n", row.name(), round, settings.rounds(), contender, e);
        }
    }

    private Measurer measurer(Row row, Contender contender) {
        if (contender == GO) {
            return go.orElseThrow();
        }
        return row.isHeap() ? heap : jmh;
    }

    /** Whether any turn has failed. */
    boolean failed() {
        return failed;
    }
}
