package ex;

import dev.goloom.Goroutine;

class On {
    @Goroutine
    On on(On on) {
        return on;
    }
}
