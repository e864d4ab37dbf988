package dev.goloom.benchmarks.workloads;

import static dev.goloom.Go.DEFAULT;
import static dev.goloom.Go.recv;
import static java.time.Duration.ofHours;

import dev.goloom.Case;
import dev.goloom.Chan;
import dev.goloom.Go;
import dev.goloom.RecvCase;
import dev.goloom.Timer;
import dev.goloom.WaitGroup;

/** This library, written as a user would. */
final class GoloomLibrary implements Library {
    private record ChanPipe(Chan<Integer> chan) implements Pipe {
        @Override
        public void send(Integer element) {
            chan.send(element);
        }

        @Override
        public Integer recv() {
            return chan.recv();
        }
    }

    private record WaitGroupJoin(WaitGroup group) implements Join {
        @Override
        public void done() {
            group.done();
        }

        @Override
        public void await() {
            group.await();
        }
    }

    private record ChanQuit(Chan<Integer> chan) implements Quit {
        @Override
        public void happen() {
            chan.close();
        }

        @Override
        public void awaitForAnHour() {
            Timer timer = new Timer(ofHours(1));
            switch (Go.select(recv(timer.c()), recv(chan))) {
                case 0 -> throw new IllegalStateException("an hour has gone by");
                default -> timer.stop();
            }
        }
    }

    @Override
    public void go(Body body) {
        Go.go(body);
    }

    @Override
    public Join join(int count) {
        WaitGroup group = new WaitGroup();
        group.add(count);
        return new WaitGroupJoin(group);
    }

    @Override
    public Pipe make(int capacity) {
        return new ChanPipe(Go.make(capacity));
    }

    @Override
    public Quit quit() {
        return new ChanQuit(Go.make());
    }

    @Override
    public Integer select(Pipe[] pipes) {
        if (pipes.length == 2) {
            var x = recv(((ChanPipe) pipes[0]).chan);
            var y = recv(((ChanPipe) pipes[1]).chan);
            return switch (Go.select(x, y)) {
                case 0 -> x.value();
                default -> y.value();
            };
        }
        Case[] cases = new Case[pipes.length];
        for (int i = 0; i < pipes.length; i++) {
            cases[i] = recv(((ChanPipe) pipes[i]).chan);
        }
        return (Integer) ((RecvCase<?>) cases[Go.select(cases)]).value();
    }

    @Override
    public Integer selectOrDefault(Pipe pipe) {
        var x = recv(((ChanPipe) pipe).chan);
        return switch (Go.select(x, DEFAULT)) {
            case 0 -> x.value();
            default -> null;
        };
    }

    @Override
    public Iterable<Integer> generator(int count) {
        return Launched.generator(count);
    }
}
