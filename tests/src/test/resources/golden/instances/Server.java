package ex;

import dev.goloom.*;

class Server {
    private final int base;

    Server(int base) {
        this.base = base;
    }

    @Goroutine
    void serve(int n, SendChan<Integer> replies) {
        replies.send(base + n);
    }

    @Generator
    void stream(SendChan<Integer> self) {
        self.send(base);
    }

    @Goroutine
    int value(int self) {
        return base * self;
    }
}
