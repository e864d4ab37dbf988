package ex;

import dev.goloom.*;

class Go {
    @Goroutine
    static String string(String String) {
        return String;
    }
}
