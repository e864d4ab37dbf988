package dev.goloom.tests.examples;

import dev.goloom.Go;
import dev.goloom.Synctest;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps what the goroutines of a Synctest print, line by line. What other threads print goes where it went before:
 * threads inherit the output of the one that has started them.
 */
final class Output extends OutputStream {
    private static final InheritableThreadLocal<Output> CURRENT = new InheritableThreadLocal<>();

    static {
        System.setOut(new PrintStream(new Router(System.out), true, StandardCharsets.UTF_8));
    }

    private final Instant start = Synctest.now();
    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();

    private Output() {}

    private static final class Router extends OutputStream {
        private final PrintStream others;

        Router(PrintStream others) {
            this.others = others;
        }

        @Override
        public void write(int b) {
            Output output = CURRENT.get();
            if (output == null) {
                others.write(b);
            } else {
                output.write(b);
            }
        }

        @Override
        public void flush() {
            others.flush();
        }
    }

    /** Runs a program in the current Synctest, and returns what it has printed. */
    static List<Line> of(Go.Body program) {
        Output output = new Output();
        CURRENT.set(output);
        try {
            Synctest.program(program);
        } finally {
            CURRENT.remove();
        }
        return List.copyOf(output.lines);
    }

    /** Called by one goroutine of the Synctest at a time. */
    @Override
    public void write(int b) {
        if (b == '\n') {
            lines.add(new Line(Duration.between(start, Synctest.now()), line.toString().stripTrailing()));
            line.setLength(0);
        } else {
            line.append((char) b);
        }
    }
}
