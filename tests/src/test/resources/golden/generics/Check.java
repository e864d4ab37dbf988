package ex;

import static ex.BoxGo.go;

import java.util.*;

class Check {
    @SuppressWarnings("identity")
    static String ok() {
        int count = 0;
        for (String s : go(new Box<>("x")).repeat(3)) {
            count += s.length();
        }
        int sum = 0;
        for (Integer i : BoxGo.go.<Integer>each(List.of(1, 2))) {
            sum += i;
        }
        go.fail(new Exception(), false);
        boolean good = count == 3
                && sum == 3
                && go(new Box<>("x")).with(5).recv().equals(Map.of("x", 5))
                && BoxGo.go.<String, List<String>>odd(Map.of(), new String[] {"a"}, List.of(), Set.of().stream().toList()).recv().equals(List.of("a"))
                && go.size(new WeakHashMap<>()).recv() == 0;
        return good ? "ok" : "wrong";
    }
}
