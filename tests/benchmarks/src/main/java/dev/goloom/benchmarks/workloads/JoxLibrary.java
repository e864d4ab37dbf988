package dev.goloom.benchmarks.workloads;

import com.softwaremill.jox.Channel;
import com.softwaremill.jox.ChannelDone;
import com.softwaremill.jox.Select;
import com.softwaremill.jox.SelectClause;
import java.util.Iterator;

/** jox's channels, on virtual threads started by hand. */
final class JoxLibrary extends ThreadLibrary {
    private record JoxPipe(Channel<Integer> channel) implements Pipe {
        @Override
        public void send(Integer element) throws InterruptedException {
            channel.send(element);
        }

        @Override
        public Integer recv() throws InterruptedException {
            return channel.receive();
        }
    }

    /** What the default clause yields; jox takes null for no value. */
    private static final Integer NOTHING = Integer.MIN_VALUE;

    @Override
    public Pipe make(int capacity) {
        return new JoxPipe(channel(capacity));
    }

    private static Channel<Integer> channel(int capacity) {
        return capacity == 0 ? Channel.newRendezvousChannel() : Channel.newBufferedChannel(capacity);
    }

    @Override
    public Integer select(Pipe[] pipes) throws InterruptedException {
        if (pipes.length == 2) {
            return Select.select(((JoxPipe) pipes[0]).channel.receiveClause(), ((JoxPipe) pipes[1]).channel.receiveClause());
        }
        @SuppressWarnings({"unchecked", "rawtypes"})
        SelectClause<Integer>[] clauses = new SelectClause[pipes.length];
        for (int i = 0; i < pipes.length; i++) {
            clauses[i] = ((JoxPipe) pipes[i]).channel.receiveClause();
        }
        return Select.select(clauses);
    }

    @Override
    public Integer selectOrDefault(Pipe pipe) throws InterruptedException {
        Integer selected = Select.select(((JoxPipe) pipe).channel.receiveClause(), Select.defaultClause(NOTHING));
        return selected.equals(NOTHING) ? null : selected;
    }

    @Override
    public Iterable<Integer> generator(int count) {
        Channel<Integer> channel = channel(0);
        go(() -> {
            for (int i = 0; i < count; i++) {
                channel.send(Workload.ELEMENT);
            }
            channel.done();
        });
        return () -> iterator(channel);
    }

    /** jox has no iterator over a channel: a loop over {@code receiveOrClosed}, as one. */
    private static Iterator<Integer> iterator(Channel<Integer> channel) {
        return new Iterator<>() {
            private Object next;

            @Override
            public boolean hasNext() {
                try {
                    next = channel.receiveOrClosed();
                } catch (InterruptedException e) {
                    throw new IllegalStateException("nobody interrupts", e);
                }
                return !(next instanceof ChannelDone);
            }

            @Override
            public Integer next() {
                return (Integer) next;
            }
        };
    }
}
