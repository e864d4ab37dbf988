package dev.goloom.tests.stress;

import dev.goloom.tests.stress.ChannelModel.Phase;
import dev.goloom.tests.stress.Operation.Arm;
import dev.goloom.tests.stress.Operation.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks for an order of the operations of a history, one after the other, that explains all outcomes by the sequential
 * model and keeps to real time: an operation that had returned before another began comes before it. A send and a receive
 * that meet on an unbuffered channel happen at the same point. If there is no such order, the channel is wrong.
 *
 * @see <a href="https://doi.org/10.1145/78969.78972">Linearizability: A Correctness Condition for Concurrent Objects</a>
 */
final class Linearization {
    private final List<Operation> operations;

    /** What is left to be explained, as bits, in which state; all that has been tried in vain. */
    private final Set<Tried> tried = new HashSet<>();

    private record Tried(int left, List<ChannelModel> state) {}

    private Linearization(List<Operation> operations) {
        this.operations = operations;
    }

    /** Whether there is an order that explains {@code operations}, all of which have returned. At most 30. */
    static boolean exists(List<Operation> operations, List<ChannelModel> start) {
        if (operations.size() > 30) {
            throw new IllegalArgumentException("a history of " + operations.size());
        }
        return new Linearization(operations).explains((1 << operations.size()) - 1, start);
    }

    private boolean explains(int left, List<ChannelModel> state) {
        if (left == 0) {
            return true;
        }
        if (!tried.add(new Tried(left, state))) {
            return false;
        }
        long first = Long.MAX_VALUE;
        for (int i = 0; i < operations.size(); i++) {
            if ((left & 1 << i) != 0) {
                first = Math.min(first, operations.get(i).returned);
            }
        }
        List<Integer> next = new ArrayList<>();
        for (int i = 0; i < operations.size(); i++) {
            if ((left & 1 << i) != 0 && operations.get(i).begun < first) {
                next.add(i);
            }
        }
        for (int i : next) {
            List<ChannelModel> after = alone(operations.get(i), state);
            if (after != null && explains(left & ~(1 << i), after)) {
                return true;
            }
        }
        for (int i : next) {
            for (int j : next) {
                if (i != j
                        && meet(operations.get(i), operations.get(j), state)
                        && explains(left & ~(1 << i) & ~(1 << j), state)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether one sends what the other receives, directly. */
    private static boolean meet(Operation sender, Operation receiver, List<ChannelModel> state) {
        Arm sends = arm(sender);
        Arm receives = arm(receiver);
        if (sends == null || receives == null || !sends.sends() || receives.sends() || sends.channel() != receives.channel()) {
            return false;
        }
        ChannelModel channel = state.get(sends.channel());
        return channel.capacity() == 0
                && channel.phase() == Phase.OPEN
                && sends.element() == receiver.outcome.value()
                && (sender.waits || receiver.waits);
    }

    /** The arm that was done; null if none was. */
    private static Arm arm(Operation operation) {
        return operation.outcome.what() == Outcome.What.DONE && !operation.arms.isEmpty()
                ? operation.arms.get(operation.outcome.arm())
                : null;
    }

    /** The state after the operation, if it happened at this point and by itself; null if its outcome denies that. */
    private static List<ChannelModel> alone(Operation operation, List<ChannelModel> state) {
        if (operation.arms.isEmpty()) {
            return afterOther(operation, state);
        }
        Outcome outcome = operation.outcome;
        return switch (outcome.what()) {
            case DONE -> {
                Arm arm = arm(operation);
                ChannelModel channel = state.get(arm.channel());
                yield with(state, arm.channel(), arm.sends() ? channel.put(arm.element()) : channel.take(outcome.value()));
            }
            case NOTHING -> {
                // A receive that only tries does not tell the end of a channel from an empty one.
                boolean ended = operation.kind == Operation.Kind.PLAIN
                        && endsReceive(operation.arms.getFirst(), state, Phase.CLOSED);
                yield !operation.waits && (mustWait(operation, state) || ended) ? state : null;
            }
            case CLOSED -> operation.arms.stream().anyMatch(arm -> isClosedTo(operation, arm, state)) ? state : null;
            case FAILED -> operation.arms.stream().anyMatch(arm -> endsReceive(arm, state, Phase.FAILED)) ? state : null;
            case CANCELLED -> operation.arms.stream().anyMatch(arm -> phase(arm, state) == Phase.CANCELLED) ? state : null;
            case INTERRUPTED -> operation.waits && mustWait(operation, state) ? state : null;
        };
    }

    private static boolean mustWait(Operation operation, List<ChannelModel> state) {
        return operation.arms.stream().allMatch(arm -> state.get(arm.channel()).mustWait(arm.sends()));
    }

    private static Phase phase(Arm arm, List<ChannelModel> state) {
        return state.get(arm.channel()).phase();
    }

    private static boolean isClosedTo(Operation operation, Arm arm, List<ChannelModel> state) {
        if (!arm.sends()) {
            return operation.outcome.arm() == operation.arms.indexOf(arm) && endsReceive(arm, state, Phase.CLOSED);
        }
        Phase phase = phase(arm, state);
        return operation.outcome.arm() == -1 && (phase == Phase.CLOSED || phase == Phase.FAILED);
    }

    private static boolean endsReceive(Arm arm, List<ChannelModel> state, Phase how) {
        ChannelModel channel = state.get(arm.channel());
        return !arm.sends() && channel.phase() == how && channel.buffer().isEmpty();
    }

    private static List<ChannelModel> afterOther(Operation operation, List<ChannelModel> state) {
        ChannelModel channel = state.get(operation.channel);
        Phase how = switch (operation.kind) {
            case CLOSE -> Phase.CLOSED;
            case FAIL -> Phase.FAILED;
            case CANCEL -> Phase.CANCELLED;
            default -> null;
        };
        if (how == null) {
            return operation.outcome.value() == channel.buffer().size() ? state : null;
        }
        ChannelModel after = channel.end(how);
        if (operation.outcome.what() == Outcome.What.CLOSED) {
            return after == null ? state : null;
        }
        return with(state, operation.channel, after);
    }

    private static List<ChannelModel> with(List<ChannelModel> state, int index, ChannelModel channel) {
        if (channel == null) {
            return null;
        }
        List<ChannelModel> changed = new ArrayList<>(state);
        changed.set(index, channel);
        return changed;
    }
}
