package dev.goloom.tests.program;

import static dev.goloom.Go.*;
import static dev.goloom.tests.program.InterruptibleOwnMainGo.go;

import dev.goloom.Context;
import dev.goloom.Goroutine;

/** The same with a main of their own. */
class InterruptibleOwnMain {
    public static void main(String[] args) {
        Context ctx = go.context().recv();
        ctx.afterFunc(() -> IO.println("interrupted"));
        switch (args[0]) {
            case "returns" -> Interruptible.cleanUpOnceDone(ctx);
            case "exits" -> {
                Thread.startVirtualThread(() -> System.exit(3));
                make().recv();
            }
            case "ends" -> Runtime.getRuntime().addShutdownHook(new Thread(() -> IO.println(ctx.err())));
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    /** By another thread than that of main. */
    @Goroutine
    static Context context() {
        return Context.onInterrupt();
    }
}
