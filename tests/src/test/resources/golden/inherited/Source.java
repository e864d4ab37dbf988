package ex;

import dev.goloom.*;
import java.util.List;

interface Source<T> {
    @Generator(buffer = 1)
    void run(T seed, SendChan<? super T> c);

    @Goroutine
    default T first(List<? extends T> all) {
        return all.get(0);
    }
}
