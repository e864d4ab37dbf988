package ex;

import dev.goloom.*;

public class WithArguments {
    @Goroutine
    public static void main(String[] args) throws Exception {}
}
