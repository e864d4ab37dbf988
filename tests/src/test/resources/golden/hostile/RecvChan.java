package ex;

import dev.goloom.Generator;
import dev.goloom.Goroutine;
import dev.goloom.SendChan;

/** A class with the name of one of the library's, whose methods take both. */
class RecvChan {
    @Generator
    static void both(RecvChan mine, dev.goloom.RecvChan<RecvChan> theirs, SendChan<RecvChan> c) {
        c.send(mine);
    }

    @Goroutine
    RecvChan self() {
        return this;
    }
}
