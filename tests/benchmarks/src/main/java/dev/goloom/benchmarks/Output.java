package dev.goloom.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What a command prints. */
final class Output {
    private Output() {}

    /** Its standard output without the end of the line; its standard error is ours. Fails if it does. */
    static String of(List<String> command) throws IOException, InterruptedException {
        return in(Path.of(""), command);
    }

    /** As {@link #of}, with {@code directory} as the command's own. */
    static String in(Path directory, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(directory.toAbsolutePath().toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output;
        try {
            output = new String(process.getInputStream().readAllBytes());
        } finally {
            process.destroy();
        }
        int status = process.waitFor();
        if (status != 0) {
            throw new IOException(command.getFirst() + " ended with status " + status);
        }
        return output.strip();
    }
}
