package ex;

import dev.goloom.*;

public class Outer<A> {
    @Goroutine
    void outer(A a) {}

    public static class Inner {
        @Generator
        public static void gen(SendChan<String> c) {
            c.send("inner");
        }

        public static class Deeper {
            @Goroutine
            public static int deep() {
                return 3;
            }
        }
    }

    class Member<B> {
        @Goroutine
        String pair(A a, B b) {
            return a + "" + b;
        }
    }

    interface Service {
        @Goroutine
        void run(int n);

        @Goroutine
        default int twice(int n) {
            return 2 * n;
        }

        @Goroutine
        static int thrice(int n) {
            return 3 * n;
        }
    }

    record Point(int x, int y) {
        @Goroutine
        int sum() {
            return x + y;
        }
    }

    enum Color {
        RED;

        @Goroutine
        String lower() {
            return name().toLowerCase();
        }
    }
}
