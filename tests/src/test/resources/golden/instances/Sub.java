package ex;

import dev.goloom.*;

class Sub extends Server {
    Sub() {
        super(7);
    }

    @Goroutine
    void more(SendChan<String> c) {
        c.send("more");
    }
}
