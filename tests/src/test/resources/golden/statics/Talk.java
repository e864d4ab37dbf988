package ex;

import dev.goloom.*;

public class Talk {
    @Goroutine
    public static void say(String msg, SendChan<? super String> c) {
        c.send(msg);
    }

    @Generator
    static void count(int from, int to, SendChan<Integer> c) throws Exception {
        for (int i = from; i < to; i++) {
            c.send(i);
        }
    }

    @Generator(buffer = 3)
    protected static void buffered(SendChan<Integer> c) {
        c.send(1);
    }

    @Goroutine
    public static double half(double x) {
        return x / 2;
    }

    @Goroutine
    static String text() {
        return "text";
    }

    @Goroutine
    static Void nothing() {
        return null;
    }
}
