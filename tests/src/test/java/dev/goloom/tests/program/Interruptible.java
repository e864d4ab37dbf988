package dev.goloom.tests.program;

import static dev.goloom.Go.*;
import static dev.goloom.tests.program.InterruptibleGo.go;
import static java.time.Duration.ofMillis;

import dev.goloom.Context;
import dev.goloom.Goroutine;

/** Programs that want to be told when a signal ends the JVM; the argument says which. */
class Interruptible {
    @Goroutine
    static void main(String[] args) {
        Context ctx = Context.onInterrupt();
        ctx.afterFunc(() -> IO.println("interrupted"));
        switch (args[0]) {
            case "returns" -> cleanUpOnceDone(ctx);
            case "panics" -> {
                go.panics(ctx);
                IO.println("ready");
                make().recv();
            }
            case "exits" -> {
                go.exits();
                make().recv();
            }
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    /** Takes its time. */
    static void cleanUpOnceDone(Context ctx) {
        IO.println("ready");
        ctx.done().recv();
        sleep(ofMillis(300));
        IO.println("cleaned up");
    }

    @Goroutine
    static void panics(Context ctx) {
        ctx.done().recv();
        throw new IllegalStateException("from a cleanup");
    }

    @Goroutine
    static void exits() {
        System.exit(3);
    }
}
