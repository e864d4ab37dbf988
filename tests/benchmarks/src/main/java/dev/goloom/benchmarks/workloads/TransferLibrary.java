package dev.goloom.benchmarks.workloads;

import java.util.concurrent.LinkedTransferQueue;

/** The JDK's transfer queue, used as an unbuffered channel. */
final class TransferLibrary extends ThreadLibrary {
    private record TransferPipe(LinkedTransferQueue<Integer> queue) implements Pipe {
        @Override
        public void send(Integer element) throws InterruptedException {
            queue.transfer(element);
        }

        @Override
        public Integer recv() throws InterruptedException {
            return queue.take();
        }
    }

    @Override
    public Pipe make(int capacity) {
        return new TransferPipe(new LinkedTransferQueue<>());
    }

    @Override
    public Integer selectOrDefault(Pipe pipe) {
        return ((TransferPipe) pipe).queue.poll();
    }
}
