package dev.goloom;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The live threads of the program that are no goroutines. They may wake a goroutine, so while there is one there is no
 * deadlock; unless it is itself blocked in the runtime. Those that were there before {@code main} do not count, nor do
 * the JVM's own.
 */
final class ForeignThreads {
    private static final Set<String> GROUPS_OF_THE_JVM = Set.of("system", "InnocuousThreadGroup", "CarrierThreads");
    private static final Pattern NUMBER = Pattern.compile("\"tid\": \"?(\\d+)");
    private static final Pattern COUNT = Pattern.compile("\"threadCount\": \"?(\\d+)");

    private final Set<Thread> beforeMain = new HashSet<>(platformThreads());

    /** Whether a platform thread may still do something. */
    boolean anyPlatformThreadAlive() {
        Blocked.Finder finder = new Blocked.Finder();
        for (Thread thread : platformThreads()) {
            ThreadGroup group = thread.getThreadGroup();
            boolean counts = group != null
                    && !GROUPS_OF_THE_JVM.contains(group.getName())
                    && !beforeMain.contains(thread)
                    && !Clock.runsAlarms(thread);
            if (counts) {
                Blocked blocked = finder.find(thread);
                if (blocked == null || !blocked.isForGood(thread)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<Thread> platformThreads() {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        Thread[] threads;
        int found;
        do {
            threads = new Thread[root.activeCount() * 2 + 16];
            found = root.enumerate(threads, true);
        } while (found == threads.length);
        return Arrays.asList(threads).subList(0, found);
    }

    /**
     * Whether a virtual thread that is none of {@code goroutines} may still do something. Asks the JVM for a thread dump,
     * which takes some tens of milliseconds. Where none can be had, the answer is no.
     */
    static boolean anyVirtualThreadAlive(List<Launched> goroutines) {
        String dump;
        try {
            dump = threadDump();
        } catch (IOException | LinkageError | RuntimeException e) {
            return false;
        }
        Set<Long> numbers = new HashSet<>();
        for (Launched each : goroutines) {
            Thread thread = each.thread();
            if (thread != null) {
                numbers.add(thread.threadId());
            }
        }
        List<String> threads = new ArrayList<>(Arrays.asList(dump.split("(?=\"tid\": )")));
        threads.removeFirst();
        for (String thread : threads) {
            Matcher number = NUMBER.matcher(thread);
            if (thread.contains("\"virtual\": true")
                    && number.find()
                    && !numbers.contains(Long.parseLong(number.group(1)))
                    && !isParkedInRuntime(thread)) {
                return true;
            }
        }
        return countUntracked(dump, threads.size()) > goroutines.size() + Goroutines.collected()
                && !"true".equals(System.getProperty("jdk.trackAllThreads", "true"));
    }

    private static boolean isParkedInRuntime(String thread) {
        return thread.contains("\"state\": \"WAITING\"") && thread.contains("\"object\": \"" + Chan.class.getPackageName() + ".");
    }

    /** How many threads are counted but not listed: virtual ones that the JVM does not track. */
    private static int countUntracked(String dump, int listed) {
        return COUNT.matcher(dump).results().mapToInt(count -> Integer.parseInt(count.group(1))).sum() - listed;
    }

    private static String threadDump() throws IOException {
        Path folder = Files.createTempDirectory("goloom");
        Path file = folder.resolve("threads.json");
        try {
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpThreads(file.toString(), ThreadDumpFormat.JSON);
            return Files.readString(file);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }
}
