package dev.goloom;

import java.util.ArrayDeque;
import java.util.Deque;

/** Who did what on which channel, in order, at which virtual time, and what came of it: the latest of it. */
final class ScheduleTrace {
    private static final int LONGEST = 200;
    private static final int LONGEST_RESULT = 200;

    private final Deque<Event> latest = new ArrayDeque<>();
    private int size;

    /** One operation. What comes of it is known later. */
    static final class Event {
        private final long nanoTime;
        private final String actor;
        private final String operation;
        private String result = "";

        private Event(long nanoTime, String actor, String operation) {
            this.nanoTime = nanoTime;
            this.actor = actor;
            this.operation = operation;
        }

        void cameOf(String what) {
            if (result.length() <= LONGEST_RESULT) {
                result += (result.isEmpty() ? ": " : ", ") + (result.length() + what.length() > LONGEST_RESULT ? "…" : what);
            }
        }

        private String time() {
            return VirtualClock.at(nanoTime).toString();
        }
    }

    Event add(long nanoTime, String actor, String operation, Object on) {
        if (latest.size() == LONGEST) {
            latest.removeFirst();
        }
        String name = name(on);
        Event event = new Event(nanoTime, actor, name.isEmpty() ? operation : operation + " " + name);
        latest.addLast(event);
        size++;
        return event;
    }

    private static String name(Object on) {
        return switch (on) {
            case null -> "";
            case Chan<?> chan -> chan.name();
            case Select select -> select.names();
            case WaitGroup group -> group.name();
            default -> on.toString();
        };
    }

    /** A line an event. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (size > latest.size()) {
            text.append("  … ").append(size - latest.size()).append(" operations before these\n");
        }
        int widestTime = latest.stream().mapToInt(event -> event.time().length()).max().orElse(0);
        int widestActor = latest.stream().mapToInt(event -> event.actor.length()).max().orElse(0);
        for (Event event : latest) {
            text.append("  ").append(pad(event.time(), widestTime)).append("  ").append(pad(event.actor, widestActor))
                    .append("  ").append(event.operation).append(event.result).append('\n');
        }
        return text.toString();
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
