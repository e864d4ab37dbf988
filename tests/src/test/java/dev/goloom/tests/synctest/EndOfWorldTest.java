package dev.goloom.tests.synctest;

import static dev.goloom.Go.*;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import dev.goloom.Goroutines;
import dev.goloom.Launch;
import dev.goloom.RecvChan;
import dev.goloom.Synctest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** How a Synctest ends: with all its goroutines, with a failure, or as a program with its main. */
class EndOfWorldTest {
    @Test
    void deadlockIsReported() {
        AssertionError failure = assertThrows(AssertionError.class, () -> Synctest.run(() -> {
            Chan<Integer> c = make();
            go(() -> c.send(1));
            go(() -> c.send(2));
            c.recv();
        }));
        assertTrue(failure.getMessage().startsWith("fatal error: all goroutines are asleep - deadlock!\n\ngoroutine func#"), failure.getMessage());
        assertTrue(failure.getMessage().contains("[chan send], on chan#1 (cap 0, len 0), started by main#1:"), failure.getMessage());
        assertTrue(failure.getMessage().contains("EndOfWorldTest.java"), failure.getMessage());
    }

    @Test
    void panicFailsTheRun() {
        Exception boom = new Exception("boom");
        AssertionError failure = assertThrows(AssertionError.class, () -> Synctest.run(() -> {
            go(() -> {
                throw boom;
            });
            make().recv();
        }));
        assertSame(boom, failure.getCause());
        assertTrue(failure.getMessage().startsWith("panic: java.lang.Exception: boom\n\ngoroutine func#2 [running], started by main#1:\n\tat "), failure.getMessage());
        assertTrue(failure.getMessage().contains("EndOfWorldTest.java:"), failure.getMessage());
    }

    @Test
    void programDropsWhoeverIsLeft() {
        List<String> said = new ArrayList<>();
        Synctest.program(() -> {
            Chan<Integer> c = make();
            for (int i = 0; i < 3; i++) {
                int n = i;
                go(() -> {
                    try {
                        c.recv();
                    } catch (CancellationException e) {
                        said.add("dropped " + n);
                        throw e;
                    }
                });
            }
            Synctest.await();
            assertEquals(4, Goroutines.count());
        });
        assertEquals(List.of("dropped 0", "dropped 1", "dropped 2"), said);
    }

    @Test
    void programsInABodyAreEndedByItsMainAlone() {
        Synctest.explore(100, () -> {
            int[] begun = {0};
            int[] dropped = {0};
            Synctest.program(() -> {
                for (int i = 0; i < 3; i++) {
                    go(() -> {
                        begun[0]++;
                        try {
                            make().recv();
                        } finally {
                            dropped[0]++;
                        }
                    });
                }
            });
            assertEquals(1, Goroutines.count());
            assertEquals(begun[0], dropped[0]);
        });
        AssertionError failure = assertThrows(AssertionError.class, () -> Synctest.run(() -> {
            go(() -> Synctest.program(() -> fail("has been run")));
            Synctest.await();
        }));
        assertTrue(failure.getMessage().contains("Synctest.program() in goroutine func#2"), failure.getMessage());
    }

    /** Those that are left when the body returns; those that are made later, once nothing else can happen. */
    @Test
    void generatorsThatAreLeftAreCancelled() {
        List<String> unwound = new ArrayList<>();
        Synctest.run(() -> {
            for (String name : List.of("a", "b", "c")) {
                forEver(name, unwound).recv();
            }
            go(() -> {
                sleep(ofSeconds(1));
                forEver("later", unwound).recv();
            });
        });
        assertEquals(Set.of("a", "b", "c", "later"), Set.copyOf(unwound));
        assertEquals("later", unwound.getLast());
    }

    @Test
    void goroutinesMayOutliveTheBody() {
        List<Instant> ended = new ArrayList<>();
        Synctest.run(() -> go(() -> {
            sleep(ofHours(1));
            ended.add(Synctest.now());
        }));
        assertEquals(List.of(Instant.parse("2000-01-01T01:00:00Z")), ended);
    }

    private static RecvChan<Integer> forEver(String name, List<String> unwound) {
        return Launch.generator(name, 0, out -> {
            try {
                for (int i = 0; ; i++) {
                    out.send(i);
                }
            } finally {
                unwound.add(name);
            }
        });
    }

    /** One that has ended is not left: what it has buffered is received. */
    @Test
    void bufferedElementsOfGeneratorsThatHaveEndedAreReceived() {
        Synctest.explore(100, () -> {
            RecvChan<Integer> numbers = Launch.generator("numbers", 3, out -> {
                for (int i = 0; i < 3; i++) {
                    out.send(i);
                }
            });
            Synctest.await();
            go(() -> {
                int sum = 0;
                for (int i : numbers) {
                    sum += i;
                }
                assertEquals(3, sum);
            });
        });
    }
}
