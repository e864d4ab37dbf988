package dev.goloom.tests.program;

import static dev.goloom.Go.*;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import dev.goloom.Goroutine;
import dev.goloom.tests.support.States;
import dev.goloom.tests.support.Task;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * A program for {@link ServiceOrderTest}: again and again three goroutines come to a channel, one after the other. On one
 * processor, one that looks for its counterpart before it parks lets others run, and the next is queued before the one that
 * looks has given up. Channels look in one wait of a hundred or so even if that has been in vain.
 */
class Looks {
    private static final int ROUNDS = 3_000;

    @Goroutine
    static void main(String[] args) {
        Chan<Integer> c = make();
        for (int i = 0; i < ROUNDS; i++) {
            switch (args[0]) {
                case "receivers" -> receivers(c);
                case "senders" -> senders(c);
                default -> throw new IllegalArgumentException(args[0]);
            }
        }
        IO.println("in order");
    }

    private static void receivers(Chan<Integer> c) {
        List<Task> receivers = startAndAwaitBlocked(n -> assertEquals(n, c.recv()));
        for (int n = 0; n < receivers.size(); n++) {
            c.send(n);
        }
        receivers.forEach(Task::join);
    }

    private static void senders(Chan<Integer> c) {
        List<Task> senders = startAndAwaitBlocked(c::send);
        for (int n = 0; n < senders.size(); n++) {
            assertEquals(n, c.recv());
        }
        senders.forEach(Task::join);
    }

    private static List<Task> startAndAwaitBlocked(IntConsumer body) {
        List<Task> tasks = IntStream.range(0, 3).mapToObj(n -> Task.start(() -> body.accept(n))).toList();
        tasks.forEach(task -> States.awaitBlocked(task.thread()));
        return tasks;
    }
}
