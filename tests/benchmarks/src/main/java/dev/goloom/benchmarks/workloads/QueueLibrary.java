package dev.goloom.benchmarks.workloads;

import java.util.concurrent.BlockingQueue;
import java.util.function.IntFunction;

/** The JDK's blocking queues. */
final class QueueLibrary extends ThreadLibrary {
    private final IntFunction<BlockingQueue<Integer>> queues;

    QueueLibrary(IntFunction<BlockingQueue<Integer>> queues) {
        this.queues = queues;
    }

    private record QueuePipe(BlockingQueue<Integer> queue) implements Pipe {
        @Override
        public void send(Integer element) throws InterruptedException {
            queue.put(element);
        }

        @Override
        public Integer recv() throws InterruptedException {
            return queue.take();
        }
    }

    @Override
    public Pipe make(int capacity) {
        return new QueuePipe(queues.apply(capacity));
    }

    @Override
    public Integer selectOrDefault(Pipe pipe) {
        return ((QueuePipe) pipe).queue.poll();
    }
}
