package dev.goloom.tests.stress;

import static dev.goloom.Go.*;

import dev.goloom.Case;
import dev.goloom.Chan;
import dev.goloom.ChannelClosedException;
import dev.goloom.ChannelFailedException;
import dev.goloom.RecvCase;
import dev.goloom.Received;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One operation of a history: what was asked, when it was begun and had returned, and what came of it. A plain send or
 * receive, and one that only tries, is a select of one arm.
 */
final class Operation {
    enum Kind { SELECT, PLAIN, LEN, CLOSE, FAIL, CANCEL }

    /** A send of {@code element} on, or a receive from, a channel by number. */
    record Arm(boolean sends, int channel, int element) {
        @Override
        public String toString() {
            return (sends ? "send " + element + " to " : "receive from ") + "c" + channel;
        }
    }

    /**
     * What came of it.
     *
     * @param arm the arm that ran; -1 where only an exception tells
     * @param value the element that was received, the length that was seen; else 0
     */
    record Outcome(What what, int arm, int value) {
        enum What {
            /** It was done. */
            DONE,
            /** It would have had to wait, so nothing was done. */
            NOTHING,
            /** A receive met the end of the channel; a send or a close threw {@link ChannelClosedException}. */
            CLOSED,
            /** It threw {@link ChannelFailedException}. */
            FAILED,
            /** It threw because the channel was cancelled. */
            CANCELLED,
            /** It threw because its thread was interrupted. */
            INTERRUPTED
        }

        static Outcome of(What what) {
            return new Outcome(what, -1, 0);
        }
    }

    final String thread;
    final Kind kind;
    final List<Arm> arms;
    final boolean waits;

    /** The channel of an operation that has no arms. */
    final int channel;

    /** On a clock that all threads of the history share; {@link Long#MAX_VALUE} if it has not returned. */
    long begun;

    volatile long returned = Long.MAX_VALUE;
    Outcome outcome;

    private Operation(String thread, Kind kind, List<Arm> arms, boolean waits, int channel) {
        this.thread = thread;
        this.kind = kind;
        this.arms = arms;
        this.waits = waits;
        this.channel = channel;
    }

    static Operation selecting(String thread, List<Arm> arms, boolean waits) {
        return new Operation(thread, Kind.SELECT, arms, waits, -1);
    }

    static Operation single(String thread, Arm arm, boolean waits) {
        return new Operation(thread, Kind.PLAIN, List.of(arm), waits, -1);
    }

    static Operation on(String thread, Kind kind, int channel) {
        return new Operation(thread, kind, List.of(), false, channel);
    }

    /** An operation as it might have been: for tests of the check itself. */
    Operation seen(long begun, long returned, Outcome.What what, int arm, int value) {
        this.begun = begun;
        this.outcome = new Outcome(what, arm, value);
        this.returned = returned;
        return this;
    }

    /** Does it, and clears the interrupt status. */
    void perform(List<Chan<Integer>> channels, AtomicLong clock) {
        begun = clock.getAndIncrement();
        try {
            outcome = attempt(channels);
        } catch (ChannelClosedException e) {
            outcome = Outcome.of(Outcome.What.CLOSED);
        } catch (ChannelFailedException e) {
            outcome = Outcome.of(Outcome.What.FAILED);
        } catch (CancellationException e) {
            boolean interrupted = !e.getMessage().contains("on cancelled channel");
            if (interrupted && !Thread.currentThread().isInterrupted()) {
                throw new AssertionError("interrupted, but the status is not set", e);
            }
            outcome = Outcome.of(interrupted ? Outcome.What.INTERRUPTED : Outcome.What.CANCELLED);
        }
        returned = clock.getAndIncrement();
        Thread.interrupted();
    }

    private Outcome attempt(List<Chan<Integer>> channels) {
        return switch (kind) {
            case SELECT -> runSelect(channels);
            case PLAIN -> runSingle(channels.get(arms.getFirst().channel()), arms.getFirst());
            case LEN -> new Outcome(Outcome.What.DONE, -1, channels.get(channel).len());
            case CLOSE -> {
                channels.get(channel).close();
                yield Outcome.of(Outcome.What.DONE);
            }
            case FAIL -> {
                channels.get(channel).close(History.FAILURE);
                yield Outcome.of(Outcome.What.DONE);
            }
            case CANCEL -> {
                channels.get(channel).cancel();
                yield Outcome.of(Outcome.What.DONE);
            }
        };
    }

    private Outcome runSingle(Chan<Integer> c, Arm arm) {
        if (arm.sends()) {
            if (waits) {
                c.send(arm.element());
            } else if (!c.trySend(arm.element())) {
                return Outcome.of(Outcome.What.NOTHING);
            }
            return new Outcome(Outcome.What.DONE, 0, 0);
        }
        if (waits) {
            Received<Integer> received = c.recvOk();
            return received.ok()
                    ? new Outcome(Outcome.What.DONE, 0, received.value())
                    : new Outcome(Outcome.What.CLOSED, 0, 0);
        }
        Optional<Integer> received = c.tryRecv();
        return received.map(value -> new Outcome(Outcome.What.DONE, 0, value)).orElse(Outcome.of(Outcome.What.NOTHING));
    }

    private Outcome runSelect(List<Chan<Integer>> channels) {
        Case[] cases = new Case[arms.size() + (waits ? 0 : 1)];
        for (int i = 0; i < arms.size(); i++) {
            Chan<Integer> c = channels.get(arms.get(i).channel());
            cases[i] = arms.get(i).sends() ? send(c, arms.get(i).element()) : recv(c);
        }
        if (!waits) {
            cases[arms.size()] = DEFAULT;
        }
        int chosen = select(cases);
        if (chosen == arms.size()) {
            return Outcome.of(Outcome.What.NOTHING);
        }
        if (!(cases[chosen] instanceof RecvCase<?> received)) {
            return new Outcome(Outcome.What.DONE, chosen, 0);
        }
        return received.ok()
                ? new Outcome(Outcome.What.DONE, chosen, (Integer) received.value())
                : new Outcome(Outcome.What.CLOSED, chosen, 0);
    }

    @Override
    public String toString() {
        String what = switch (kind) {
            case SELECT -> (waits ? "select " : "select with default ") + arms;
            case PLAIN -> (waits ? "" : "try ") + arms.getFirst();
            default -> kind.name().toLowerCase(Locale.ROOT) + " c" + channel;
        };
        return String.format("%4d .. %4s  %s: %s -> %s", begun, returned == Long.MAX_VALUE ? "" : returned, thread, what,
                outcome == null ? "not returned" : outcome);
    }
}
