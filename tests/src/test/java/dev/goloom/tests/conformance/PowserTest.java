package dev.goloom.tests.conformance;

import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Synctest;
import dev.goloom.tests.conformance.Coefficient.Finis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Power series on channels, with a tree of goroutines that grows with every coefficient, come out right:
 * {@code test/chan/powser1.go}; and {@code powser2.go}, as the channel's type is an interface.
 */
class PowserTest {
    private static final Rational MINUS_ONE = Rational.of(-1, 1);

    private static PowerSeries ones() {
        return PowerSeries.repeat(Rational.ONE);
    }

    private static String first(int n, PowerSeries series) {
        List<String> terms = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Coefficient c = series.get();
            if (c == Finis.FINIS) {
                terms.add("end");
                break;
            }
            terms.add(c.toString());
        }
        return String.join(" ", terms);
    }

    /** A series, and its first coefficients. */
    private static Map<String, Supplier<PowerSeries>> series() {
        Map<String, Supplier<PowerSeries>> series = new LinkedHashMap<>();
        series.put("1 1 1 1 1 1 1 1 1 1", PowserTest::ones);
        series.put("3 3 3 3 3 3 3 3 3 3", () -> ones().plus(PowerSeries.repeat(Rational.of(2, 1))));
        series.put("-2 -2 -2 -2 -2 -2 -2 -2 -2 -2", () -> PowerSeries.repeat(Rational.of(2, 1)).times(MINUS_ONE));
        series.put("-1 -1 -1 -1 -1 -1 -1 -1 -1 -1", () -> ones().minus(PowerSeries.repeat(Rational.of(2, 1))));
        series.put("1 2 3 4 5 6 7 8 9 10", () -> ones().differentiated());
        series.put("0 1 1/2 1/3 1/4 1/5 1/6 1/7 1/8 1/9", () -> ones().integrated(Rational.ZERO));
        series.put("1 2 3 4 5 6 7 8 9 10 11", () -> ones().times(ones()));
        series.put("1 1 3/2 13/6 73/24 167/40 4051/720 37633/5040 43817/4480 4596553/362880", () -> ones().exp());
        series.put("0 1 0 -1/3 0 1/5 0 -1/7 0 1/9", () -> ones().substituted(MINUS_ONE, 2).integrated(Rational.ZERO));
        series.put("1 -1 0 0 0 0 0 0", () -> ones().reciprocal());
        series.put("1 0 -1 end", () -> PowerSeries.of(1, -1).times(PowerSeries.of(1, 1)));
        series.put("1 2 2 end", () -> PowerSeries.of(1, 1, 1).plus(PowerSeries.of(0, 1, 1)));
        series.put("2 1 1 1", () -> PowerSeries.of(1).plus(ones()));
        return series;
    }

    @TestFactory
    Stream<DynamicTest> powser1() {
        return series().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> check(entry.getKey(), entry.getValue())));
    }

    private static void check(String expected, Supplier<PowerSeries> series) {
        assertEquals(expected, first(expected.split(" ").length, series.get()));
    }

    /** The same in virtual time, under some schedules, with fewer coefficients of the series that takes most goroutines. */
    @Test
    void powser1Explored() {
        Synctest.explore(20, () -> Synctest.program(() -> check("1 1 3/2 13/6", () -> ones().exp())));
    }
}
