package dev.goloom.tests.conformance;

import static dev.goloom.Go.*;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Case;
import dev.goloom.Chan;
import dev.goloom.tests.support.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Plain sends and receives on four channels, and one select over all of them at either end, exchange as many elements as
 * were sent, and nobody is left behind: {@code TestSelectStress} of {@code src/runtime/chan_test.go}.
 */
class SelectStressTest {
    private static final int N = 5_000;

    @Test
    void selectStress() {
        List<Chan<Integer>> channels = List.of(make(), make(), make(2), make(3));
        List<Task> tasks = new ArrayList<>();
        for (Chan<Integer> c : channels) {
            tasks.add(Task.start(() -> {
                for (int i = 0; i < N; i++) {
                    c.send(0);
                }
            }));
            tasks.add(Task.start(() -> {
                for (int i = 0; i < N; i++) {
                    c.recv();
                }
            }));
        }
        tasks.add(Task.start(() -> selectAll(channels, List.of(3, 2, 0, 1), c -> send(c, 0))));
        tasks.add(Task.start(() -> selectAll(channels, List.of(0, 1, 2, 3), c -> recv(c))));
        tasks.forEach(Task::join);
        channels.forEach(c -> assertEquals(0, c.len()));
    }

    /** N of each, in any order; a channel that is done with becomes nil. */
    private static void selectAll(List<Chan<Integer>> channels, List<Integer> order, Function<Chan<Integer>, Case> arm) {
        List<Chan<Integer>> left = new ArrayList<>(order.stream().map(channels::get).toList());
        int[] done = new int[left.size()];
        for (int i = 0; i < done.length * N; i++) {
            int chosen = select(left.stream().map(arm).toArray(Case[]::new));
            if (++done[chosen] == N) {
                left.set(chosen, null);
            }
        }
        assertTrue(Arrays.stream(done).allMatch(times -> times == N));
    }
}
