package dev.goloom.tests.examples;

import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Goroutines;
import dev.goloom.Synctest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Each of the goroutines of the chain adds one. */
@Execution(ExecutionMode.CONCURRENT)
class DaisyTest {
    private static final Example EXAMPLE = new Example("Daisy");

    @Test
    void process() {
        assertEquals(List.of("100001"), EXAMPLE.run());
    }

    @Test
    void everySchedule() {
        Synctest.explore(300, () -> {
            assertEquals(101, EXAMPLE.call("daisy", 100));
            Synctest.await();
            assertEquals(1, Goroutines.count());
        });
    }
}
