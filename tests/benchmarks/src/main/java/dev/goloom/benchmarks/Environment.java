package dev.goloom.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Properties;

/**
 * Where and what was measured.
 *
 * @param date the day, in UTC
 * @param machine processor and system
 * @param jdk the JVM of all contenders but Go
 * @param go the version of Go, or that there is none
 * @param goloom the version of this library
 * @param jox the version of jox
 */
record Environment(String date, String machine, String jdk, String go, String goloom, String jox) {
    static Environment here() throws IOException, InterruptedException {
        Properties versions = new Properties();
        try (InputStream in = Environment.class.getResourceAsStream("versions.properties")) {
            versions.load(in);
        }
        return new Environment(
                LocalDate.now(ZoneOffset.UTC).toString(),
                "%s, %d processors, %s".formatted(
                        processor(), Runtime.getRuntime().availableProcessors(), System.getProperty("os.name")),
                "%s %s".formatted(System.getProperty("java.vm.name"), System.getProperty("java.vm.version")),
                GoMeasurer.version().orElse("not installed"),
                versions.getProperty("goloom"),
                versions.getProperty("jox"));
    }

    private static String processor() throws IOException {
        Path cpuinfo = Path.of("/proc/cpuinfo");
        if (Files.isReadable(cpuinfo)) {
            try (var lines = Files.lines(cpuinfo)) {
                var model = lines.filter(line -> line.startsWith("model name")).findFirst();
                if (model.isPresent()) {
                    return model.get().substring(model.get().indexOf(':') + 1).strip();
                }
            }
        }
        return System.getProperty("os.arch");
    }

    String sentence() {
        return "%s: %s; %s; %s; Goloom %s, jox %s.".formatted(date, machine, jdk, go, goloom, jox);
    }
}
