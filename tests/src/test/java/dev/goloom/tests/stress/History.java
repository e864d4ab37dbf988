package dev.goloom.tests.stress;

import static dev.goloom.Go.make;

import dev.goloom.Chan;
import dev.goloom.tests.stress.Operation.Arm;
import dev.goloom.tests.stress.Operation.Kind;
import dev.goloom.tests.stress.Operation.Outcome;
import dev.goloom.tests.support.Practised;
import dev.goloom.tests.support.States;
import dev.goloom.tests.support.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** A small random history: 2 to 4 threads, 1 or 2 channels, at most 12 operations, and then the end of the channels. */
final class History {
    static final Exception FAILURE = new Exception("the cause of a random failure");

    private static final int MOST_OPERATIONS = 12;
    private static final List<Kind> ENDS = List.of(Kind.CLOSE, Kind.FAIL, Kind.CANCEL);

    private final SplittableRandom random;
    private final List<ChannelModel> models = new ArrayList<>();
    private final List<Chan<Integer>> channels = new ArrayList<>();
    private final List<Runnable> scripts = new ArrayList<>();
    private final List<Task> tasks = new ArrayList<>();
    private final List<Operation> operations = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong clock = new AtomicLong();
    private final AtomicInteger absent;

    /** Whether the threads end channels, too. */
    private final boolean ends;

    private int elements;

    static History onFreshChannels(SplittableRandom random) {
        return new History(random, false);
    }

    /** On unbuffered channels whose waiters look for their counterparts before they park. */
    static History onPractisedChannels(SplittableRandom random) {
        return new History(random, true);
    }

    private History(SplittableRandom random, boolean practised) {
        this.random = random;
        this.ends = random.nextInt(3) == 0;
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            int capacity = practised ? 0 : new int[] {0, 0, 1, 2}[random.nextInt(4)];
            models.add(ChannelModel.open(capacity));
            channels.add(practised ? Practised.chan() : make(capacity));
        }
        int threads = 2 + random.nextInt(3);
        for (int i = 0; i < threads; i++) {
            scripts.add(script("t" + i, 1 + random.nextInt(MOST_OPERATIONS / threads)));
        }
        absent = new AtomicInteger(threads);
    }

    void start() {
        boolean platform = random.nextInt(20) == 0;
        scripts.forEach(script -> tasks.add(platform ? Task.startPlatform(script::run) : Task.start(script::run)));
    }

    /** Interrupts one of the threads, now and then. */
    void interrupt() {
        if (random.nextInt(3) == 0) {
            tasks.get(random.nextInt(tasks.size())).interrupt();
        }
    }

    /** Ends the channels once nothing moves any more, checks what happened, and returns how many operations it was. */
    int finish() {
        for (Task task : tasks) {
            States.await("the script ended or blocked", () -> !task.thread().isAlive() || States.isBlocked(task.thread()));
        }
        try {
            States.await("nobody waits who need not", this::isSettled);
        } catch (AssertionError failure) {
            throw new AssertionError(toString(), failure);
        }
        if (tasks.stream().anyMatch(task -> task.thread().isAlive())) {
            Kind how = ENDS.get(random.nextInt(3));
            for (int i = 0; i < channels.size(); i++) {
                perform(Operation.on("main", how, i));
            }
        }
        try {
            tasks.forEach(Task::join);
        } catch (AssertionError failure) {
            throw new AssertionError(toString(), failure);
        }
        for (int i = 0; i < channels.size(); i++) {
            drain(i);
        }
        if (!Linearization.exists(operations, models)) {
            throw new AssertionError("no order explains this " + this);
        }
        return operations.size();
    }

    /** Whether those who wait have to: a sender as there is no room, a receiver as there is no element, and nobody meets them. */
    private boolean isSettled() {
        List<Operation> waiting = new ArrayList<>(operations);
        waiting.removeIf(operation -> operation.returned != Long.MAX_VALUE);
        return waiting.stream()
                .allMatch(operation -> operation.arms.stream().allMatch(arm -> mustWait(operation, arm, waiting)));
    }

    private boolean mustWait(Operation operation, Arm arm, List<Operation> waiting) {
        Chan<Integer> c = channels.get(arm.channel());
        return c.len() == (arm.sends() ? c.cap() : 0)
                && waiting.stream().noneMatch(other -> other != operation && other.arms.stream()
                        .anyMatch(its -> its.channel() == arm.channel() && its.sends() != arm.sends()));
    }

    /** What was sent and not received is still there; a failure is received, so that nothing reports it. */
    private void drain(int channel) {
        Operation operation;
        do {
            operation = Operation.single("main", new Arm(false, channel, 0), false);
            perform(operation);
        } while (operation.outcome.what() == Outcome.What.DONE);
    }

    private Runnable script(String thread, int length) {
        List<Operation> script = new ArrayList<>();
        int[] pauses = new int[length];
        for (int i = 0; i < length; i++) {
            script.add(operation(thread));
            pauses[i] = random.nextInt(4) == 0 ? random.nextInt(500) : 0;
        }
        return () -> {
            absent.decrementAndGet();
            for (int looks = 0; looks < 1000 && absent.get() > 0; looks++) {
                // They begin together, where there are processors for them.
            }
            for (int i = 0; i < length; i++) {
                pause(pauses[i]);
                perform(script.get(i));
            }
        };
    }

    private void perform(Operation operation) {
        operations.add(operation);
        operation.perform(channels, clock);
    }

    /** Some work, or others first, so that operations meet in different ways. */
    private void pause(int length) {
        if (length > 250) {
            Thread.yield();
        }
        for (int i = 0; i < length; i++) {
            clock.get();
        }
    }

    private Operation operation(String thread) {
        int choice = random.nextInt(20);
        if (choice == 0) {
            return Operation.on(thread, Kind.LEN, random.nextInt(channels.size()));
        }
        if (choice < 3 && ends) {
            return Operation.on(thread, ENDS.get(random.nextInt(3)), random.nextInt(channels.size()));
        }
        boolean waits = random.nextInt(3) > 0;
        if (choice < 12) {
            return Operation.single(thread, arm(), waits);
        }
        List<Arm> arms = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            arms.add(arm());
        }
        return Operation.selecting(thread, arms, waits);
    }

    private Arm arm() {
        return new Arm(random.nextBoolean(), random.nextInt(channels.size()), ++elements);
    }

    @Override
    public String toString() {
        return "history on channels of capacity " + models.stream().map(ChannelModel::capacity).toList() + ":\n"
                + operations.stream()
                        .sorted(Comparator.comparingLong(operation -> operation.begun))
                        .map(Operation::toString)
                        .collect(Collectors.joining("\n"));
    }
}
