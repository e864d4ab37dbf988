package dev.goloom.tests.examples;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.*;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Each request goes to one of the workers that have the least to do. */
@Execution(ExecutionMode.CONCURRENT)
class BalanceTest {
    private static final Example EXAMPLE = new Example("Balance");

    @Test
    void process() throws IOException {
        assertIsBalanced(EXAMPLE.firstLines(10));
    }

    @Test
    void output() {
        EXAMPLE.assertPrintsExpected(EXAMPLE.runningFor(ofSeconds(10)));
    }

    @Test
    void everySchedule() {
        EXAMPLE.explore(EXAMPLE.runningFor(ofSeconds(6)), lines -> {
            assertTrue(lines.size() > 20, lines.toString());
            assertIsBalanced(Line.texts(lines));
        });
    }

    private static void assertIsBalanced(List<String> lines) {
        List<Integer> loads = Collections.nCopies(10, 0);
        for (String line : lines) {
            List<Integer> next = loads(line);
            assertFollows(loads, next, lines);
            loads = next;
        }
    }

    /** The sorted loads of the workers; what else the line says about them is true. */
    private static List<Integer> loads(String line) {
        List<String> numbers = List.of(line.split(" +"));
        assertEquals(12, numbers.size(), line);
        List<Integer> loads = numbers.subList(0, 10).stream().map(Integer::valueOf).sorted().toList();
        double average = loads.stream().mapToInt(load -> load).average().orElseThrow();
        double variance = loads.stream().mapToDouble(load -> load * load).average().orElseThrow() - average * average;
        assertEquals(average, Double.parseDouble(numbers.get(10)), 0.0051, line);
        assertEquals(variance, Double.parseDouble(numbers.get(11)), 0.0051, line);
        return loads;
    }

    /** One request more, for a worker with the least load, or one less. */
    private static void assertFollows(List<Integer> loads, List<Integer> next, List<String> lines) {
        List<Integer> changed = new ArrayList<>(loads);
        if (sum(next) > sum(loads)) {
            changed.set(0, changed.getFirst() + 1);
            Collections.sort(changed);
            assertEquals(changed, next, lines.toString());
        } else {
            assertEquals(sum(loads) - 1, sum(next), lines.toString());
            List<Integer> different = new ArrayList<>(next);
            loads.forEach(different::remove);
            assertEquals(1, different.size(), lines.toString());
        }
    }

    private static int sum(List<Integer> loads) {
        return loads.stream().mapToInt(load -> load).sum();
    }
}
