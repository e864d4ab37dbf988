package ex;

import dev.goloom.Goroutine;
import dev.goloom.SendChan;

class Launch {
    @Goroutine
    static int go(int go, Chan Launch) {
        return go + Launch.value;
    }

    @Goroutine
    static void out(int out, int c, int self, SendChan<Integer> Go) {
        Go.send(out + c + self);
    }

    @Goroutine
    static int dev(int dev, int ex, int out) {
        return dev + ex + out;
    }

    @Goroutine
    static String grüße(String größe) {
        return größe;
    }

    @Goroutine
    int over(int n) {
        return n;
    }

    @Goroutine
    int over(Object n) {
        return -1;
    }

    /** @deprecated by a test */
    @Deprecated
    @Goroutine
    static int old() {
        return 1;
    }
}
