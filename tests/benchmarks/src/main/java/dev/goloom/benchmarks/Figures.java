package dev.goloom.benchmarks;

import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** How figures are written. */
final class Figures {
    private Figures() {}

    /** The median, and the least and the largest of the rounds, in a unit that keeps them short. */
    static String spread(Row row, Measurement measurement) {
        return spread(row.isHeap() ? Unit.BYTES : Unit.of(measurement.median()), measurement.values());
    }

    /** The same of the signals before the rounds; of heap nothing, since it does not depend on them. */
    static String signal(Row row, Measurement measurement) {
        return row.isHeap() ? "" : spread(Unit.NANOSECONDS, measurement.signals());
    }

    private static String spread(Unit unit, List<Double> values) {
        String median = unit.number(Measurement.median(values));
        if (values.size() == 1) {
            return median + unit.suffix;
        }
        return "%s (%s–%s)%s".formatted(
                median, unit.number(Collections.min(values)), unit.number(Collections.max(values)), unit.suffix);
    }

    /** The median alone. */
    static String median(Row row, Measurement measurement) {
        Unit unit = row.isHeap() ? Unit.BYTES : Unit.of(measurement.median());
        return unit.number(measurement.median()) + unit.suffix;
    }

    static String ratio(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }

    private enum Unit {
        NANOSECONDS(1, " ns"), MICROSECONDS(1e3, " µs"), MILLISECONDS(1e6, " ms"), BYTES(1, " B");

        private final double size;
        final String suffix;

        Unit(double size, String suffix) {
            this.size = size;
            this.suffix = suffix;
        }

        static Unit of(double nanoseconds) {
            return nanoseconds < 1e4 ? NANOSECONDS : nanoseconds < 1e7 ? MICROSECONDS : MILLISECONDS;
        }

        String number(double value) {
            double scaled = value / size;
            return String.format(Locale.ROOT, scaled < 100 ? "%.1f" : "%.0f", scaled);
        }
    }
}
