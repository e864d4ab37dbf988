package ex;

import dev.goloom.*;

class Words extends Base<String, Integer> implements Source<String> {
    @Override
    @Generator
    public void run(String seed, SendChan<? super String> c) {
        c.send(seed + seed);
    }

    /** Launched as the one above, though it is not annotated. */
    @Override
    protected int twice(Integer n) {
        return 2 * n;
    }

    @Goroutine
    int own() {
        return 1;
    }
}
