package dev.goloom.tests.program;

import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.tests.support.Java;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has looked in vain for its counterpart has waited longer than those who came meanwhile, and is served before them. */
class ServiceOrderTest {
    @ParameterizedTest
    @ValueSource(strings = {"receivers", "senders"})
    void whoHasLookedIsServedFirst(String who) {
        Java.Result result = Java.run(
                List.of("-Djdk.virtualThreadScheduler.parallelism=1", "-Djdk.virtualThreadScheduler.maxPoolSize=1"),
                "dev.goloom.tests.program.LooksGo", who);
        assertEquals("in order\n", result.out(), result.err());
    }
}
