package dev.goloom.tests.program;

import static dev.goloom.Go.*;
import static dev.goloom.tests.program.InterruptibleOwnMainGo.go;

import dev.goloom.Chan;
import dev.goloom.Context;
import dev.goloom.Goroutine;

/** The same with a main of their own. */
class InterruptibleOwnMain {
    public static void main(String[] args) {
        Context ctx = go.context().recv();
        ctx.afterFunc(() -> IO.println("interrupted"));
        switch (args[0]) {
            case "returns" -> Interruptible.cleanUpOnceDone(ctx);
            case "leaves" -> leaveToAnother();
            case "exits" -> {
                Thread.startVirtualThread(() -> System.exit(3));
                make().recv();
            }
            case "ends" -> Runtime.getRuntime().addShutdownHook(new Thread(() -> IO.println(ctx.err())));
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    /** Returns once another thread has a context. */
    private static void leaveToAnother() {
        Thread main = Thread.currentThread();
        Chan<Context> made = make();
        Thread.ofPlatform().start(() -> {
            Context ctx = Context.onInterrupt();
            made.send(ctx);
            try {
                main.join();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            Interruptible.cleanUpOnceDone(ctx);
        });
        made.recv();
    }

    /** By another thread than that of main. */
    @Goroutine
    static Context context() {
        return Context.onInterrupt();
    }
}
