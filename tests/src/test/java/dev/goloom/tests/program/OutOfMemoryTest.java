package dev.goloom.tests.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.goloom.tests.support.Java;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An operation for which there is no memory throws; the channels it has used go on working for all others. */
class OutOfMemoryTest {
    @Test
    void nothingIsLost() {
        assertEquals(new Java.Result(0, "0 lost\n", ""),
                Java.run(List.of("-Xmx16m"), "dev.goloom.tests.program.OutOfMemory"));
    }
}
