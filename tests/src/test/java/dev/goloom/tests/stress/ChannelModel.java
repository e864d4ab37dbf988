package dev.goloom.tests.stress;

import java.util.ArrayList;
import java.util.List;

/** A channel as a sequential program would see it: the rules of the specification, and nothing of how it is done. */
record ChannelModel(int capacity, Phase phase, List<Integer> buffer) {
    enum Phase { OPEN, CLOSED, FAILED, CANCELLED }

    static ChannelModel open(int capacity) {
        return new ChannelModel(capacity, Phase.OPEN, List.of());
    }

    /**
     * Whether an operation with such an arm may have to wait. On an unbuffered channel it may as long as that is open: its
     * counterpart need not have got as far as to wait.
     */
    boolean mustWait(boolean sends) {
        return phase == Phase.OPEN && (sends ? buffer.size() == capacity : buffer.isEmpty());
    }

    /** After a send into the buffer; null if there is no room, or the channel is not open. */
    ChannelModel put(int element) {
        if (phase != Phase.OPEN || buffer.size() == capacity) {
            return null;
        }
        List<Integer> more = new ArrayList<>(buffer);
        more.add(element);
        return new ChannelModel(capacity, phase, more);
    }

    /** After a receive of {@code element} from the buffer; null if it is not the oldest. */
    ChannelModel take(int element) {
        if (buffer.isEmpty() || buffer.getFirst() != element) {
            return null;
        }
        return new ChannelModel(capacity, phase, List.copyOf(buffer.subList(1, buffer.size())));
    }

    /** After an end of the channel; null if that is an error. */
    ChannelModel end(Phase how) {
        if (how == Phase.CANCELLED) {
            return new ChannelModel(capacity, phase == Phase.OPEN ? how : phase, List.of());
        }
        return switch (phase) {
            case OPEN -> new ChannelModel(capacity, how, buffer);
            case CANCELLED -> this;
            case CLOSED, FAILED -> null;
        };
    }
}
