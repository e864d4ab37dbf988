package dev.goloom.tests.conformance;

import static dev.goloom.Go.*;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Case;
import dev.goloom.Chan;
import dev.goloom.WaitGroup;
import dev.goloom.tests.support.Task;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Never do two arms of one select run, though four receivers take from it at the same time:
 * {@code test/chan/doubleselect.go}.
 */
class DoubleSelectTest {
    private static final int N = 20_000;

    @Test
    void oneArmOnly() {
        List<Chan<Integer>> channels = List.of(make(), make(), make(), make());
        Chan<Integer> muxed = make();
        Task sender = Task.start(() -> {
            for (int i = 0; i < N; i++) {
                int n = i;
                select(channels.stream().map(c -> send(c, n)).toArray(Case[]::new));
            }
            channels.forEach(Chan::close);
        });
        WaitGroup done = new WaitGroup();
        List<Task> muxes = new ArrayList<>();
        done.add(channels.size());
        for (Chan<Integer> c : channels) {
            muxes.add(Task.start(() -> {
                for (int v : c) {
                    muxed.send(v);
                }
                done.done();
            }));
        }
        Task closer = Task.start(() -> {
            done.await();
            muxed.close();
        });
        Set<Integer> seen = new HashSet<>();
        for (int v : muxed) {
            assertTrue(seen.add(v), "sent twice: " + v);
        }
        assertEquals(N, seen.size());
        sender.join();
        muxes.forEach(Task::join);
        closer.join();
    }
}
