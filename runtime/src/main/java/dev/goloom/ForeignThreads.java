package dev.goloom;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import jdk.management.VirtualThreadSchedulerMXBean;

/**
 * The live threads of the program that are no goroutines. They may wake a goroutine, so while there is one there is no
 * deadlock; unless it is itself blocked in the runtime. Those that were there before {@code main} do not count, nor do
 * the JVM's own for as long as they do nothing for the program: run code of its own, as a {@link java.lang.ref.Cleaner} does
 * or the handler of an asynchronous channel, or wait in the operating system for what that is to be told of. (The threads of
 * asynchronous sockets do so for ever, once there has been one.)
 */
final class ForeignThreads {
    private static final String CARRIERS = "CarrierThreads";
    private static final Set<String> GROUPS_OF_THE_JVM = Set.of("system", "InnocuousThreadGroup", CARRIERS);
    private static final String COMMON_DELAY_SCHEDULER = "ForkJoinPool.commonPool-delayScheduler";
    private static final String FINALIZER = "Finalizer";

    /** Where the JDK waits for the ends of processes. */
    private static final String PROCESSES = "java.lang.ProcessHandleImpl";

    /** Where it waits in the operating system for connections and the like, */
    private static final String CHANNELS = "sun.nio.ch.";

    /** but in here for the sockets of virtual threads, which are looked at themselves. */
    private static final String POLLER = "sun.nio.ch.Poller";

    /** So often, and so far apart, the numbers of virtual threads must be the same. */
    private static final int LOOKS = 20;

    private static final Duration BETWEEN_LOOKS = Duration.ofNanos(100_000);

    private final Set<Thread> beforeMain = new HashSet<>(platformThreads());

    ForeignThreads() {
        // It has been there before, and runs what the program has made since.
        beforeMain.removeIf(thread -> thread.getName().equals(FINALIZER));
    }

    /** Whether a platform thread may still do something. */
    boolean anyPlatformThreadAlive() {
        Blocked.Finder finder = new Blocked.Finder();
        for (Thread thread : platformThreads()) {
            ThreadGroup group = thread.getThreadGroup();
            boolean counts = group != null
                    && !beforeMain.contains(thread)
                    && !(thread instanceof DaemonThread)
                    && !isIdle(thread, group);
            if (counts) {
                Blocked blocked = finder.find(thread);
                if (blocked == null || !blocked.isForGood(thread)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the thread belongs to the JDK and has nothing left to do that could wake somebody. */
    private static boolean isIdle(Thread thread, ThreadGroup group) {
        if (thread.getName().equals(COMMON_DELAY_SCHEDULER)) {
            return ForkJoinPool.commonPool().getDelayedTaskCount() == 0;
        }
        if (thread instanceof ForkJoinWorkerThread worker && worker.getPool() == ForkJoinPool.commonPool()) {
            return ForkJoinPool.commonPool().isQuiescent();
        }
        return group.getName().equals(CARRIERS)
                || GROUPS_OF_THE_JVM.contains(group.getName()) && !mayWorkForProgram(thread);
    }

    /**
     * Whether a thread of the JVM's own runs code of the program, or may be about to, or waits for what the program is to be
     * told of. Threads that are not Java's have no stack.
     */
    private static boolean mayWorkForProgram(Thread thread) {
        Thread.State state = thread.getState();
        List<StackTraceElement> stack = List.of(thread.getStackTrace());
        if (stack.isEmpty() || stack.stream().anyMatch(frame -> frame.getClassName().startsWith(POLLER))) {
            return false;
        }
        boolean waits = stack.getFirst().isNativeMethod() || state != Thread.State.RUNNABLE && state != Thread.State.BLOCKED;
        return !waits
                || stack.getFirst().getClassName().startsWith(CHANNELS)
                || stack.stream().anyMatch(frame -> frame.getClassName().startsWith(PROCESSES) || !isOfJdk(frame));
    }

    private static boolean isOfJdk(StackTraceElement frame) {
        String module = frame.getModuleName();
        return module != null && (module.startsWith("java.") || module.startsWith("jdk."));
    }

    static List<Thread> platformThreads() {
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
     * which takes some tens of milliseconds. Where none can be had, nobody knows, and the answer is yes.
     */
    static boolean anyVirtualThreadAlive(List<Launched> goroutines) throws InterruptedException {
        Set<Long> numbers = new HashSet<>();
        for (Launched each : goroutines) {
            Thread thread = each.thread();
            if (thread != null) {
                numbers.add(thread.threadId());
            }
        }
        try {
            if (anyVirtualThreadMoves()) {
                return true;
            }
            ThreadDump dump = ThreadDump.take();
            boolean tracked = "true".equals(System.getProperty("jdk.trackAllThreads", "true"));
            return dump.anyAlive(numbers)
                    || !tracked && dump.unlisted() > goroutines.size() + Goroutines.collected();
        } catch (IOException | LinkageError | RuntimeException e) {
            return true;
        }
    }

    /**
     * Whether virtual threads come and go on their carriers. Then somebody is alive; and the JVM is not to be asked for a
     * dump, by which it crashes now and then while they do (JDK-8364343). One that has a carrier all the time may be busy, or
     * parked where it cannot leave it, as in a static initializer.
     */
    private static boolean anyVirtualThreadMoves() throws InterruptedException {
        VirtualThreadSchedulerMXBean scheduler = ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);
        int mounted = scheduler.getMountedVirtualThreadCount();
        for (int i = 0; i < LOOKS; i++) {
            if (scheduler.getQueuedVirtualThreadCount() > 0 || scheduler.getMountedVirtualThreadCount() != mounted) {
                return true;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        return false;
    }
}
