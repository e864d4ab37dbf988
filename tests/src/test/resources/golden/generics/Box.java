package ex;

import dev.goloom.*;
import java.util.*;

class Box<T extends Comparable<? super T>> {
    private final T value;

    Box(T value) {
        this.value = value;
    }

    @Generator
    void repeat(int n, SendChan<T> c) {
        for (int i = 0; i < n; i++) {
            c.send(value);
        }
    }

    @Goroutine
    <U extends Number & Comparable<U>> Map<T, U> with(U other) {
        return Map.of(value, other);
    }

    @Generator
    static <E> void each(Collection<? extends E> all, SendChan<? super E> c) {
        for (E e : all) {
            c.send(e);
        }
    }

    @Goroutine
    static <E extends Exception> void fail(E e, boolean really) throws E {
        if (really) {
            throw e;
        }
    }

    @Goroutine
    static <A, B extends List<? super A>> List<A> odd(Map<? extends A, ? super B> map, A[] array, List<?>... rest) {
        return List.of(array);
    }

    @Goroutine
    @SuppressWarnings("identity")
    static int size(WeakHashMap<Integer, String> map) {
        return map.size();
    }
}
