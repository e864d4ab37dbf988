import dev.goloom.*;

class Hello {
    @Goroutine
    static String greet(String name) {
        return "Hello, " + name;
    }
}
