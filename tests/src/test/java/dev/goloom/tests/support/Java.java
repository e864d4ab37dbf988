package dev.goloom.tests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A program in a process of its own, on the JDK and the class path of the tests. */
public final class Java {
    private static final int PATIENCE_SECONDS = 60;

    private Java() {}

    /** What came of it. */
    public record Result(int status, String out, String err) {}

    /** Starts {@code main} of {@code type}; {@code arguments} that begin with {@code -} before the first other go to the JVM. */
    public static Process start(List<String> options, String type, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), type));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Result run(List<String> options, String type, String... arguments) {
        return finish(start(options, type, arguments));
    }

    /** Waits for the end. */
    public static Result finish(Process process) {
        CompletableFuture<String> out = CompletableFuture.supplyAsync(() -> read(process.getInputStream()));
        CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> read(process.getErrorStream()));
        try {
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("still running after " + PATIENCE_SECONDS + " s; out: " + out.join() + " err: " + err.join());
            }
            return new Result(process.exitValue(), out.join(), err.join());
        } catch (InterruptedException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String read(java.io.InputStream in) {
        try (in) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
