package dev.goloom.tests.synctest;

import static dev.goloom.Go.*;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Chan;
import dev.goloom.Context;
import dev.goloom.Go;
import dev.goloom.Goroutines;
import dev.goloom.Launch;
import dev.goloom.RecvChan;
import dev.goloom.Synctest;
import dev.goloom.Ticker;
import dev.goloom.Timer;
import dev.goloom.WaitGroup;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** The trace tells who did what on which channel, in order, at which virtual time, and what came of it. */
class TraceTest {
    private static final String MIDNIGHT = "  2000-01-01T00:00:00Z  ";

    /** The trace of a body that fails at its end, without the time of its lines if that is midnight. */
    private static String trace(Go.Body body) {
        AssertionError failure = assertThrows(AssertionError.class, () -> Synctest.replay(512, () -> {
            body.run();
            throw new Exception();
        }));
        String message = failure.getMessage();
        assertTrue(message.startsWith("the replayed schedule failed; this line shows it again:\n\n    Synctest.replay(512L, …);\n\npanic: "
                + "java.lang.Exception\n\ngoroutine main#1 [running]:\n\tat "), message);
        return message.substring(message.indexOf("\nschedule:\n") + "\nschedule:\n".length()).replace(MIDNIGHT, "");
    }

    @Test
    void channels() {
        assertEquals("""
                main#1  send chan#1
                main#1  len chan#1: 1
                main#1  cap chan#1
                main#1  trySend chan#1: in vain
                main#1  tryRecv chan#1
                main#1  tryRecv chan#1: in vain
                main#1  close chan#1
                main#1  receive chan#1
                main#1  cancel chan#2
                main#1  panics
                """, trace(() -> {
            Chan<Integer> c = make(1);
            c.send(1);
            c.len();
            c.cap();
            c.trySend(2);
            c.tryRecv();
            c.tryRecv();
            c.close();
            c.recv();
            make().cancel();
        }));
    }

    @Test
    void selects() {
        assertEquals("""
                main#1  select chan#1, chan#2: case 1
                main#1  select chan#1: case 1
                main#1  select: case 0
                main#1  panics
                """, trace(() -> {
            Chan<Integer> a = make();
            Chan<Integer> b = make(1);
            select(recv(a), send(b, 1));
            select(recv(a), DEFAULT);
            select(DEFAULT, recv((Chan<Integer>) null));
        }));
    }

    @Test
    void whoWaitsAndWhomOneWakes() {
        assertEquals("""
                main#1  go func#2
                func#2  receive chan#1: waits
                main#1  await
                main#1  send chan#1: wakes func#2
                func#2  ends
                main#1  await
                main#1  panics
                """, trace(() -> {
            Chan<Integer> c = make();
            go(c::recv);
            Synctest.await();
            c.send(1);
            Synctest.await();
        }).replace(": waits, wakes", ": wakes").replace("await: waits", "await"));
    }

    @Test
    void timers() {
        assertEquals("""
                main#1  start timer#1 PT1S
                main#1  receive timer#1: waits
                  2000-01-01T00:00:01Z  clock   wakes main#1
                  2000-01-01T00:00:01Z  main#1  stop timer#1: false
                  2000-01-01T00:00:01Z  main#1  reset timer#1: false
                  2000-01-01T00:00:01Z  main#1  start timer#2 PT2S
                  2000-01-01T00:00:01Z  main#1  stop timer#2: true
                  2000-01-01T00:00:01Z  main#1  sleep PT3S: waits
                  2000-01-01T00:00:04Z  clock   wakes main#1
                  2000-01-01T00:00:04Z  main#1  panics
                """, trace(() -> {
            Timer timer = new Timer(ofSeconds(1));
            timer.c().recv();
            timer.stop();
            timer.reset(ofSeconds(1));
            new Ticker(ofSeconds(2)).stop();
            sleep(ofSeconds(3));
        }));
    }

    @Test
    void contextsAndGroups() {
        assertEquals("""
                main#1  derive context#1
                main#1  afterFunc context#2
                main#1  err context#2: null
                main#1  take back afterFunc context#2
                main#1  cancel context#1
                main#1  err context#2: CancellationException
                main#1  cause context#2
                main#1  add wait group#1: counter 2
                main#1  done wait group#1: counter 1
                main#1  count: 1
                main#1  gosched
                main#1  panics
                """, trace(() -> {
            Context parent = Context.background().withCancel();
            Context child = parent.withCancel();
            var takeBack = child.afterFunc(() -> {});
            child.err();
            takeBack.getAsBoolean();
            parent.cancel();
            child.err();
            child.cause();
            WaitGroup group = new WaitGroup();
            group.add(2);
            group.done();
            Goroutines.count();
            gosched();
        }));
    }

    /** The launcher closes the channel of a generator; that too is an operation. */
    @Test
    void generators() {
        String trace = trace(() -> {
            RecvChan<Integer> numbers = Launch.generator("numbers", 0, out -> out.send(1));
            numbers.recv();
            numbers.recv();
        });
        assertTrue(trace.contains("numbers#2  send chan#1"), trace);
        assertTrue(trace.contains("numbers#2  close chan#1"), trace);
    }

    @Test
    void interrupts() {
        String trace = trace(() -> {
            Thread main = Thread.currentThread();
            go(() -> {
                Synctest.await();
                main.interrupt();
            });
            assertThrows(CancellationException.class, () -> Chan.nil().recv());
        });
        assertTrue(trace.contains("main#1  chan receive (nil chan): waits"), trace);
        assertTrue(trace.contains("main#1  is interrupted"), trace);
    }

    @Test
    void onlyTheLatestOfALongOne() {
        String trace = trace(() -> {
            for (int i = 0; i < 1000; i++) {
                gosched();
            }
        });
        assertTrue(trace.startsWith("  … 801 operations before these\n"), trace);
        assertEquals(201, trace.lines().count());
    }
}
