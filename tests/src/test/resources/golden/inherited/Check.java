package ex;

import java.util.*;

class Check {
    static String ok() {
        More<Long> more = new More<>();
        Source<String> source = more;
        boolean good = WordsGo.go(more).run("a").recv().equals("aa")
                && WordsGo.go(more).run("a").cap() == 0
                && SourceGo.go(source).run("a").cap() == 1
                && SourceGo.go(source).first(List.of("f")).recv().equals("f")
                && MoreGo.go(more).first(List.of("f")).recv().equals("f")
                && MoreGo.go(more).twice(4).recv() == 8
                && MoreGo.go(more).more(3L, "x").recv() == 3
                && MoreGo.go(more).pair("k", 1, "l", "m").recv().equals(Map.of("k", 1))
                && BaseGo.go(more).twice(5).recv() == 10
                && WordsGo.go(more).own().recv() == 1;
        return good ? "ok" : "wrong";
    }
}
