package ex;

import dev.goloom.*;
import java.util.*;

class Names<T$, Go, On, Objects> {
    @Goroutine
    T$ receiver(T$ $, Go Go, On On, Objects self) {
        return $;
    }

    @Goroutine
    static <RecvChan> List<RecvChan> result(RecvChan RecvChan) {
        return List.of(RecvChan);
    }

    @Goroutine
    static <SendChan, String> String sent(SendChan SendChan, String String) {
        return String;
    }

    @Generator
    static <Launch, Names> void generator(Launch Launch, Names Names, SendChan<Map<Launch, Names>> java) {
        java.send(Map.of(Launch, Names));
    }

    @Goroutine
    static int yield(int var, int record, int yield, int sealed) {
        return var + record + yield + sealed;
    }

    @Goroutine
    static int record$(int... when) {
        return when.length;
    }

    static class args {
        static int arguments = -1;

        @Goroutine
        static void main(String[] args) {
            arguments = args.length;
        }
    }

    class Inner<U extends Comparable<U>> {
        class Deep {
            @Goroutine
            U deep(T$ t, Inner<U> inner, U u, Deep deep) {
                return u;
            }
        }
    }
}
