package ex;

import dev.goloom.*;

/** Its type variable has the name of one above. */
class More<K> extends Words {
    @Goroutine
    <X> K more(K k, X x) {
        return k;
    }
}
