package dev.goloom.benchmarks;

import java.util.Locale;

/** How figures are written. */
final class Figures {
    private Figures() {}

    /** The median, and the least and the largest of the rounds, in a unit that keeps them short. */
    static String spread(Row row, Measurement measurement) {
        Unit unit = row.isHeap() ? Unit.BYTES : Unit.of(measurement.median());
        String median = unit.number(measurement.median());
        if (measurement.values().size() == 1) {
            return median + unit.suffix;
        }
        return "%s (%s–%s)%s".formatted(median, unit.number(measurement.min()), unit.number(measurement.max()), unit.suffix);
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
