package dev.goloom.benchmarks.workloads;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The workloads that compute something compute the same by every contender. */
class WorkloadsTest {
    private static <W extends Workload> W prepared(W workload, Contender contender, int ops, int width) {
        workload.contender = contender;
        workload.ops = ops;
        workload.width = width;
        workload.load();
        return workload;
    }

    @ParameterizedTest
    @EnumSource(names = {"GOLOOM", "GOLOOM_AFTER_SYNCTEST", "JOX", "SQ", "LTQ"})
    void thereAre168PrimesBelowAThousand(Contender contender) throws InterruptedException {
        assertEquals(168, prepared(new Sieve(), contender, 1, 1000).run());
    }

    @ParameterizedTest
    @EnumSource(names = {"GOLOOM", "GOLOOM_AFTER_SYNCTEST", "JOX", "SQ", "LTQ"})
    void everyLinkOfTheChainAddsOne(Contender contender) throws InterruptedException {
        assertEquals(1001, prepared(new Chain(), contender, 1000, 1).run());
    }

    @ParameterizedTest
    @EnumSource(names = {"GOLOOM", "GOLOOM_AFTER_SYNCTEST", "JOX"})
    void aGeneratorIsConsumedToItsEnd(Contender contender) {
        assertEquals(1000, prepared(new GeneratorLoop(), contender, 1000, 1).run());
        assertEquals(1000, prepared(new SpawnGenerator(), contender, 1000, 1).run());
    }
}
