package dev.goloom.tests.sync;

import static dev.goloom.Go.*;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Context;
import dev.goloom.Group;
import dev.goloom.Synctest;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A group waits for all of its goroutines; the first failure cancels its context and is thrown. */
class GroupTest {
    @Test
    void waitsForAll() throws Exception {
        Group group = new Group();
        AtomicInteger ended = new AtomicInteger();
        for (int i = 0; i < 100; i++) {
            group.go(ended::incrementAndGet);
        }
        group.await();
        assertEquals(100, ended.get());
        assertInstanceOf(CancellationException.class, group.context().err());
    }

    @Test
    void firstFailureStopsTheOthers() {
        Synctest.run(() -> {
            IOException failure = new IOException("first");
            Group group = new Group();
            group.go(() -> {
                group.context().done().recv();
                throw new Exception("second");
            });
            group.go(() -> {
                sleep(ofSeconds(1));
                throw failure;
            });
            assertSame(failure, assertThrows(IOException.class, group::await));
            assertSame(failure, group.context().cause());
            assertEquals("second", failure.getSuppressed()[0].getMessage());
        });
    }

    @Test
    void aFailureThatManyThrowIsKeptOnce() {
        Synctest.run(() -> {
            IOException failure = new IOException("first");
            Group group = new Group();
            for (int i = 0; i < 10; i++) {
                group.go(() -> {
                    group.context().done().recv();
                    throw group.context().err();
                });
            }
            group.go(() -> {
                throw failure;
            });
            assertSame(failure, assertThrows(IOException.class, group::await));
            assertArrayEquals(new Throwable[] {group.context().err()}, failure.getSuppressed());
        });
    }

    @Test
    void errorsAreThrownThemselvesAndOtherThrowablesWrapped() {
        Group error = new Group();
        error.go(() -> {
            throw new StackOverflowError();
        });
        assertThrows(StackOverflowError.class, error::await);
        Group other = new Group();
        other.go(() -> {
            throw new Throwable("odd");
        });
        assertEquals("odd", assertThrows(ExecutionException.class, other::await).getCause().getMessage());
    }

    @Test
    void limit() {
        Synctest.explore(50, () -> {
            Group group = new Group(Context.background()).limit(3);
            AtomicInteger running = new AtomicInteger();
            for (int i = 0; i < 10; i++) {
                group.go(() -> {
                    assertTrue(running.incrementAndGet() <= 3);
                    gosched();
                    running.decrementAndGet();
                });
            }
            group.await();
        });
        assertThrows(IllegalArgumentException.class, () -> new Group().limit(0));
    }

    @Test
    void whatIsRefusedTakesNoPlace() throws Exception {
        Group group = new Group().limit(1);
        Synctest.run(() -> assertThrows(IllegalStateException.class, () -> group.go(() -> {})));
        AtomicInteger ran = new AtomicInteger();
        assertTimeoutPreemptively(ofSeconds(10), () -> group.go(ran::incrementAndGet));
        group.await();
        assertEquals(1, ran.get());
    }
}
