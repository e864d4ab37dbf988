package ex;

import java.util.*;

class Check {
    static String ok() {
        Names<String, Integer, Long, Object> names = new Names<>();
        Names<String, Integer, Long, Object>.Inner<String> inner = names.new Inner<String>();
        RecvChan mine = new RecvChan();
        On on = new On();
        boolean good = NamesGo.go(names).receiver("$", 1, 2L, "o").recv().equals("$")
                && NamesGo.go.result("r").recv().equals(List.of("r"))
                && NamesGo.go.sent(1, "s").recv().equals("s")
                && NamesGo.go.generator(1, 2).recv().equals(Map.of(1, 2))
                && NamesGo.go.yield(1, 2, 3, 4).recv() == 10
                && NamesGo.go.record$(1, 2, 3).recv() == 3
                && Names_Inner_DeepGo.go(inner.new Deep()).deep("t", inner, "u", null).recv().equals("u")
                && RecvChanGo.go.both(mine, null).recv() == mine
                && RecvChanGo.go(mine).self().recv() == mine
                && OnGo.go(on).on(on).recv() == on;
        return good ? "ok" : "wrong";
    }
}
