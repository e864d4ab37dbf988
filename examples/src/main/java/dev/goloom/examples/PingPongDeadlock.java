package dev.goloom.examples;

import static dev.goloom.Go.*;
import static dev.goloom.examples.PingPongDeadlockGo.go;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import dev.goloom.Chan;
import dev.goloom.Goroutine;

/** Nobody has the ball: a report names each goroutine and where it waits, exit status 2. Slide "Deadlock detection". */
class PingPongDeadlock {
    static class Ball { int hits; }

    @Goroutine
    static void main() {
        Chan<Ball> table = make();
        go.player("ping", table);
        go.player("pong", table);

        // table.send(new Ball()); // game on; toss the ball
        sleep(ofSeconds(1));
        table.recv(); // game over; grab the ball
    }

    @Goroutine
    static void player(String name, Chan<Ball> table) {
        for (;;) {
            Ball ball = table.recv();
            ball.hits++;
            IO.println(name + " " + ball.hits);
            sleep(ofMillis(100));
            table.send(ball);
        }
    }
}
