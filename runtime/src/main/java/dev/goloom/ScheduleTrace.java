package dev.goloom;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Who did what on which channel, in order, at which virtual time: the latest of it. */
final class ScheduleTrace {
    private static final int LONGEST = 500;

    private final Deque<Event> latest = new ArrayDeque<>();
    private int size;

    private record Event(Instant time, String actor, String operation, String on) {}

    void add(Instant time, Actor actor, String operation, Object on) {
        if (latest.size() == LONGEST) {
            latest.removeFirst();
        }
        latest.addLast(new Event(time, actor.name, operation, name(on)));
        size++;
    }

    private static String name(Object on) {
        return switch (on) {
            case null -> "";
            case Chan<?> chan -> chan.name();
            case Select select -> select.names();
            default -> on.toString();
        };
    }

    /** How many events there have been, those that are forgotten included. */
    int size() {
        return size;
    }

    /** A line an event. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (size > latest.size()) {
            text.append("  … ").append(size - latest.size()).append(" operations before these\n");
        }
        int widestTime = latest.stream().mapToInt(event -> event.time().toString().length()).max().orElse(0);
        int widestActor = latest.stream().mapToInt(event -> event.actor().length()).max().orElse(0);
        for (Event event : latest) {
            String line = "  " + pad(event.time().toString(), widestTime) + "  " + pad(event.actor(), widestActor) + "  "
                    + event.operation() + " " + event.on();
            text.append(line.stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
