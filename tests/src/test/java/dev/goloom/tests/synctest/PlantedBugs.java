package dev.goloom.tests.synctest;

import static dev.goloom.Go.*;
import static java.time.Duration.ofSeconds;

import dev.goloom.Chan;
import dev.goloom.Go;
import dev.goloom.Synctest;
import dev.goloom.WaitGroup;
import java.util.Map;
import java.util.TreeMap;

/** Concurrent programs that are wrong, each in a way that is found in real ones. Its main replays one of them. */
final class PlantedBugs {
    static final Map<String, Go.Body> ALL = new TreeMap<>(Map.of(
            "lost signal", PlantedBugs::lostSignal,
            "lock order", PlantedBugs::lockOrder,
            "close races send", PlantedBugs::closeRacesSend,
            "check then act on len", PlantedBugs::checkThenActOnLen,
            "goroutine leak", PlantedBugs::goroutineLeak,
            "lost update", PlantedBugs::lostUpdate,
            "add inside the goroutine", PlantedBugs::addInsideTheGoroutine));

    private PlantedBugs() {}

    /** Prints how the bug of that name fails under that seed. */
    public static void main(String[] args) {
        try {
            Synctest.replay(Long.parseLong(args[1]), ALL.get(args[0]));
        } catch (AssertionError failure) {
            System.out.print(failure.getMessage());
        }
    }

    /** A signal that is sent only if somebody waits for it is lost on one who does not wait yet. */
    private static void lostSignal() {
        Chan<Boolean> signal = make();
        boolean[] ready = {false};
        go(() -> {
            ready[0] = true;
            signal.trySend(true);
        });
        if (!ready[0]) {
            signal.recv();
        }
    }

    /** Two channels used as locks, taken in opposite order. */
    private static void lockOrder() {
        Chan<Boolean> a = make(1);
        Chan<Boolean> b = make(1);
        WaitGroup group = new WaitGroup();
        group.go(() -> withBoth(a, b));
        group.go(() -> withBoth(b, a));
        group.await();
    }

    private static void withBoth(Chan<Boolean> first, Chan<Boolean> second) {
        first.send(true);
        second.send(true);
        second.recv();
        first.recv();
    }

    /** The receiver has enough, and closes the channel instead of cancelling it. */
    private static void closeRacesSend() {
        Chan<Integer> c = make(10);
        WaitGroup group = new WaitGroup();
        group.go(() -> {
            for (int i = 0; i < 3; i++) {
                c.send(i);
            }
        });
        go(() -> {
            c.recv();
            c.close();
        });
        group.await();
    }

    /** What was there when one looked, another has taken. */
    private static void checkThenActOnLen() {
        Chan<Integer> c = make(1);
        c.send(1);
        WaitGroup group = new WaitGroup();
        for (int i = 0; i < 2; i++) {
            group.go(() -> {
                if (c.len() > 0) {
                    c.recv();
                }
            });
        }
        group.await();
    }

    /** The first answer wins; if the caller has given up meanwhile, its sender waits for ever. */
    private static void goroutineLeak() {
        Chan<Integer> answer = make();
        go(() -> {
            sleep(rand(ofSeconds(2)));
            answer.send(42);
        });
        select(recv(answer), recv(after(ofSeconds(1))));
    }

    /** Read, then write what was read and one more. */
    private static void lostUpdate() {
        int[] counter = {0};
        WaitGroup group = new WaitGroup();
        for (int i = 0; i < 2; i++) {
            group.go(() -> {
                int before = counter[0];
                gosched();
                counter[0] = before + 1;
            });
        }
        group.await();
        if (counter[0] != 2) {
            throw new AssertionError("2 updates, counter " + counter[0]);
        }
    }

    /** The one that waits may see a counter of zero before the other has begun. */
    private static void addInsideTheGoroutine() {
        WaitGroup group = new WaitGroup();
        boolean[] done = {false};
        go(() -> {
            group.add(1);
            done[0] = true;
            group.done();
        });
        group.await();
        if (!done[0]) {
            throw new AssertionError("await returned too early");
        }
    }
}
