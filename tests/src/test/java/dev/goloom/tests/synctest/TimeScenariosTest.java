package dev.goloom.tests.synctest;

import static dev.goloom.Go.*;
import static dev.goloom.tests.synctest.Outcomes.assertOutcomes;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import dev.goloom.Context;
import dev.goloom.Group;
import dev.goloom.Launch;
import dev.goloom.RecvChan;
import dev.goloom.Synctest;
import dev.goloom.Ticker;
import dev.goloom.Timer;
import dev.goloom.WaitGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Small scenarios of timers, contexts and groups, explored: all that may come of them, and nothing else. */
class TimeScenariosTest {
    private static void all(Body... bodies) {
        WaitGroup group = new WaitGroup();
        for (Body body : bodies) {
            group.go(body);
        }
        group.await();
    }

    private static Duration since(Instant start) {
        return Duration.between(start, Synctest.now());
    }

    /** Two that sleep equally long wake at the same time, and go on in any order, even in turns. */
    @Test
    void sleepersOfTheSameMoment() {
        assertOutcomes(() -> {
            StringBuilder order = new StringBuilder();
            Body sleeper = () -> {
                sleep(ofSeconds(1));
                order.append('(');
                gosched();
                order.append(')');
            };
            all(sleeper, sleeper);
            return order.toString();
        }, "()()", "(())");
    }

    @Test
    void timerStopAndReceive() {
        assertOutcomes(() -> {
            Timer timer = new Timer(ofSeconds(1));
            Chan<Boolean> stopped = make(1);
            go(() -> {
                sleep(ofSeconds(1));
                stopped.send(timer.stop());
            });
            int chosen = select(recv(timer.c()), recv(after(ofSeconds(9))));
            return (chosen == 0 ? "received" : "never received") + ", stop " + stopped.recv();
        }, "received, stop false", "never received, stop true");
    }

    /** After a reset nothing of the time before is received. */
    @Test
    void timerResetAndReceive() {
        assertOutcomes(() -> {
            Timer timer = new Timer(ofSeconds(1));
            Instant start = Synctest.now();
            Chan<Boolean> pending = make(1);
            go(() -> {
                sleep(ofSeconds(1));
                pending.send(timer.reset(ofSeconds(5)));
            });
            timer.c().recv();
            return since(start) + ", reset " + pending.recv() + (timer.stop() ? ", again" : "");
        }, "PT1S, reset false, again", "PT6S, reset true");
    }

    /** One tick waits for it, the oldest; the others are dropped. */
    @Test
    void tickerAndASlowReceiver() {
        assertOutcomes(() -> {
            Ticker ticker = new Ticker(ofSeconds(1));
            Instant start = Synctest.now();
            sleep(Duration.ofMillis(3500));
            Duration first = Duration.between(start, ticker.c().recv());
            return first + ", " + Duration.between(start, ticker.c().recv());
        }, "PT1S, PT4S");
    }

    @Test
    void cancelVersusDeadline() {
        assertOutcomes(() -> {
            try (Context context = Context.background().withTimeout(ofSeconds(1)); Context child = context.withCancel()) {
                go(() -> {
                    sleep(ofSeconds(1));
                    context.cancel(new Exception("enough"));
                });
                child.done().recv();
                Exception err = child.err();
                context.done().recv();
                assertSame(err, context.err());
                sleep(ofSeconds(1));
                assertSame(err, child.err());
                return err.getClass().getSimpleName() + ", " + child.cause().getMessage();
            }
        }, "CancellationException, enough", "TimeoutException, context deadline exceeded");
    }

    @Test
    void workVersusDeadline() {
        assertOutcomes(() -> {
            Instant start = Synctest.now();
            try (Context context = Context.background().withTimeout(ofSeconds(1))) {
                Chan<String> result = make(1);
                go(() -> {
                    sleep(ofSeconds(1));
                    result.send("done");
                });
                int chosen = select(recv(result), recv(context.done()));
                return "case " + chosen + " after " + since(start);
            }
        }, "case 0 after PT1S", "case 1 after PT1S");
    }

    /** It runs or it is taken back, never both, never neither. */
    @Test
    void afterFuncVersusTakingItBack() {
        assertOutcomes(() -> {
            Context context = Context.background().withTimeout(ofSeconds(1));
            boolean[] ran = {false};
            BooleanSupplier takeBack = context.afterFunc(() -> ran[0] = true);
            sleep(ofSeconds(1));
            boolean takenBack = takeBack.getAsBoolean();
            sleep(ofSeconds(1));
            return "taken back " + takenBack + ", ran " + ran[0];
        }, "taken back true, ran false", "taken back false, ran true");
    }

    @Test
    void childMadeWhileItsParentIsCancelled() {
        assertOutcomes(() -> {
            Context parent = Context.background().withCancel();
            String[] child = {""};
            all(parent::cancel, () -> {
                Context derived = parent.withCancel();
                child[0] = derived.err() == null ? "alive" : "done";
                derived.done().recv();
                assertNotNull(derived.err());
            });
            return "made " + child[0];
        }, "made alive", "made done");
    }

    @Test
    void waitGroupReleasesEveryWaiterAfterTheLastIsDone() {
        assertOutcomes(() -> {
            WaitGroup work = new WaitGroup();
            work.add(2);
            int[] done = {0};
            int[] seen = {0};
            Body worker = () -> {
                done[0]++;
                work.done();
            };
            Body waiter = () -> {
                work.await();
                seen[0] += done[0];
            };
            all(waiter, worker, waiter, worker);
            return "seen " + seen[0];
        }, "seen 4");
    }

    @Test
    void waitGroupDoneOnceTooOften() {
        assertOutcomes(() -> {
            WaitGroup work = new WaitGroup();
            work.add(1);
            String[] came = {"", ""};
            all(() -> came[0] = Outcomes.of(work::done), () -> came[1] = Outcomes.of(work::done));
            return came[0] + ", " + came[1];
        }, "done, IllegalStateException", "IllegalStateException, done");
    }

    @Test
    void groupFailsWithItsFirstFailure() {
        assertOutcomes(() -> {
            Group group = new Group();
            group.go(() -> {
                throw new Exception("a");
            });
            group.go(() -> {
                throw new Exception("b");
            });
            group.go(() -> group.context().done().recv());
            Exception first = assertThrows(Exception.class, group::await);
            assertEquals(first, group.context().cause());
            return first.getMessage() + ", then " + first.getSuppressed()[0].getMessage();
        }, "a, then b", "b, then a");
    }

    @Test
    void groupLimitHolds() {
        assertOutcomes(() -> {
            Group group = new Group().limit(2);
            int[] running = {0, 0};
            for (int i = 0; i < 4; i++) {
                group.go(() -> {
                    running[0]++;
                    running[1] = Math.max(running[1], running[0]);
                    sleep(rand(ofSeconds(1)));
                    running[0]--;
                });
            }
            group.await();
            return "at most " + running[1];
        }, "at most 2");
    }

    @Test
    void generatorWhoseConsumerWalksAwayUnwinds() {
        assertOutcomes(() -> {
            String[] how = {"still running"};
            RecvChan<Integer> numbers = Launch.generator("numbers", 0, out -> how[0] = Outcomes.of(() -> {
                for (int i = 0; ; i++) {
                    out.send(i);
                    sleep(ofSeconds(1));
                }
            }));
            numbers.recv();
            int half = rand(2);
            sleep(Duration.ofMillis(500 + 500 * half));
            numbers.cancel();
            Synctest.await();
            return (half == 0 ? "asleep: " : "in send: ") + how[0];
        }, "asleep: interrupted", "in send: cancelled");
    }
}
