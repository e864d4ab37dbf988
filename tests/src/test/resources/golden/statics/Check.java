package ex;

import static dev.goloom.Go.*;
import static ex.TalkGo.go;

import dev.goloom.*;

class Check {
    static String ok() {
        Chan<String> c = make();
        go.say("hi", c);
        int sum = 0;
        for (int i : go.count(1, 4)) {
            sum += i;
        }
        Chan<Object> out = make();
        go.half(4.0, out);
        go(() -> out.send("closure"));
        boolean good = c.recv().equals("hi")
                && sum == 6
                && go.buffered().cap() == 3
                && go.half(3).recv() == 1.5
                && go.text().recv().equals("text")
                && !go.nothing().recvOk().ok()
                && java.util.Set.of(2.0, "closure").equals(java.util.Set.of(out.recv(), out.recv()));
        return good ? "ok" : "wrong";
    }
}
