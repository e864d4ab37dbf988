package ex;

import dev.goloom.*;
import java.lang.annotation.*;
import java.util.List;

class Types {
    @Target(ElementType.TYPE_USE)
    @interface Nullable {}

    @Goroutine
    static @Nullable String first(@Nullable String @Nullable [] all, List<@Nullable String> list) {
        return all[0];
    }

    @Goroutine
    static <@Nullable T extends @Nullable Object & @Nullable Runnable> T bounded(T t, List<@Nullable T> list) {
        return t;
    }

    @Goroutine
    static int count(@Nullable String @Nullable ... all) {
        return all.length;
    }

    @Generator
    static void gen(@Nullable Integer n, SendChan<@Nullable Integer> c) {
        c.send(n);
    }
}

class Auxiliary {
    @Goroutine
    static int value() {
        return 1;
    }
}
