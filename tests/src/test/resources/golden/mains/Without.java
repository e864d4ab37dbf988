package ex;

import dev.goloom.*;

class Without {
    @Goroutine
    static void main() {}

    @Goroutine
    static void f() {}
}
