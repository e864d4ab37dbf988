package ex;

import dev.goloom.*;
import java.util.*;

abstract class Base<K, V extends Number> {
    @Goroutine
    @SafeVarargs
    final <X extends K> Map<X, V> pair(X key, V value, K... more) {
        return Map.of(key, value);
    }

    @Goroutine
    protected abstract int twice(V n);
}
