package dev.goloom;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the JVM's own dump of its threads tells about the virtual ones: the only public place that lists them. It is read
 * a line at a time, since that of a million threads is larger than a string can be.
 */
final class ThreadDump {
    /** A line of the dump: {@code "name": "value"}, {@code "name": value}. */
    private static final Pattern PROPERTY = Pattern.compile("\\s*\"(\\w+)\": \"?([^\",]*)\"?,?");

    private static final String PARKED_IN_RUNTIME = Chan.class.getPackageName() + ".";

    /** A frame of the JDK's own virtual threads that wait for the sockets of others, which are in the dump themselves. */
    private static final String SUB_POLLER = "sun.nio.ch.Poller.subPollerLoop(";

    /** What the JVM writes the dump to; null until there is the first. Used by the thread that watches for deadlocks alone. */
    private static Path file;

    /** The numbers of the virtual threads that are not parked in the runtime. */
    private final List<Long> running = new ArrayList<>();

    private int listed;
    private int counted;

    // The thread that is being read.
    private long number;
    private boolean virtual;
    private boolean waiting;
    private boolean inRuntime;
    private boolean ofJdk;

    private ThreadDump() {}

    /** Asks the JVM for a dump. */
    static ThreadDump take() throws IOException {
        ThreadDump dump = new ThreadDump();
        if (file == null) {
            file = temporaryFile();
        }
        try {
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpThreads(file.toString(), ThreadDumpFormat.JSON);
            try (BufferedReader lines = Files.newBufferedReader(file)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    dump.read(line);
                }
            }
        } finally {
            Files.deleteIfExists(file);
        }
        dump.endThread();
        return dump;
    }

    /** In a folder of its own. Both are gone when the JVM ends, also if that is in the middle of a dump. */
    private static Path temporaryFile() throws IOException {
        // The folder for temporary files may be given relative to where the program was started; the JVM wants the whole path.
        Path folder = Files.createTempDirectory("goloom").toAbsolutePath();
        Path inFolder = folder.resolve("threads.json");
        // Deleted in the opposite order.
        folder.toFile().deleteOnExit();
        inFolder.toFile().deleteOnExit();
        return inFolder;
    }

    private void read(String line) {
        ofJdk |= line.contains(SUB_POLLER);
        Matcher property = PROPERTY.matcher(line);
        // Most lines are frames of stacks, which have no colon and a quotation mark before it.
        if (!line.contains("\": ") || !property.matches()) {
            return;
        }
        String value = property.group(2);
        switch (property.group(1)) {
            case "tid" -> {
                endThread();
                listed++;
                number = Long.parseLong(value);
            }
            case "virtual" -> virtual = value.equals("true");
            case "state" -> waiting = value.equals("WAITING");
            case "object" -> inRuntime |= value.startsWith(PARKED_IN_RUNTIME);
            case "threadCount" -> counted += Integer.parseInt(value);
            default -> {
                // Of no interest here.
            }
        }
    }

    private void endThread() {
        if (virtual && !(waiting && inRuntime) && !ofJdk) {
            running.add(number);
        }
        virtual = false;
        waiting = false;
        inRuntime = false;
        ofJdk = false;
    }

    /** Whether a virtual thread runs, or is blocked elsewhere than in the runtime, whose number is not in {@code known}. */
    boolean anyAlive(Set<Long> known) {
        return running.stream().anyMatch(each -> !known.contains(each));
    }

    /** How many threads are counted but not listed: virtual ones that the JVM does not track. */
    int unlisted() {
        return counted - listed;
    }
}
