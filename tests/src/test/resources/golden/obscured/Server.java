package ex;

import dev.goloom.*;

/** A field has the name of a nested class: {@code Server.Conn} is the field in an expression, and the class elsewhere. */
class Server implements Names {
    static final Conn Conn = new Conn();

    static class Conn {
        static int arguments = -1;

        @Generator
        static <T> void read(T n, SendChan<T> c) {
            c.send(n);
        }

        @Goroutine
        static void main(String[] args) {
            arguments = args.length;
        }

        @Goroutine
        int instance() {
            return 2;
        }

        /** Its own name is obscured by nothing, but that of the class around it is. */
        record Deep() {
            @Goroutine
            static int deep() {
                return 3;
            }
        }
    }

    /** Obscured by a field of an interface. */
    enum Level {
        Low;

        @Goroutine
        static String lowest() {
            return Low.name();
        }

        /** Obscured by a constant. */
        static class Low {
            static String name() {
                return "class";
            }

            @Goroutine
            static int low() {
                return 4;
            }
        }
    }

    private static final int Port = 80;

    /** A private field obscures it in the class alone. */
    interface Port {
        @Goroutine
        static int port() {
            return Server.Port;
        }
    }
}
