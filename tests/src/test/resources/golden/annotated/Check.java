package ex;

import java.util.List;

class Check {
    static String ok() {
        boolean good = TypesGo.go.first(new String[] {"a"}, List.of()).recv().equals("a")
                && TypesGo.go.<Runnable>bounded(Check::ok, List.of()).recv() != null
                && TypesGo.go.count("a", null).recv() == 2
                && TypesGo.go.gen(4).recv() == 4
                && AuxiliaryGo.go.value().recv() == 1;
        return good ? "ok" : "wrong";
    }
}
