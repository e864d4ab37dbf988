package ex;

import java.util.List;

class Check {
    static String ok() {
        boolean good = TypesGo.go.first(new String[] {"a"}, List.of()).recv().equals("a")
                && TypesGo.go.gen(4).recv() == 4
                && AuxiliaryGo.go.value().recv() == 1;
        return good ? "ok" : "wrong";
    }
}
