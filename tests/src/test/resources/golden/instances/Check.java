package ex;

import static dev.goloom.Go.*;
import static ex.ServerGo.go;

import dev.goloom.*;

class Check {
    static String ok() {
        Chan<Integer> replies = make();
        go(new Server(1)).serve(2, replies);
        int first = replies.recv();
        SubGo.go(new Sub()).serve(1, replies);
        Chan<String> c = make();
        SubGo.go(new Sub()).more(c);
        boolean good = first == 3
                && replies.recv() == 8
                && c.recv().equals("more")
                && go(new Server(5)).stream().recv() == 5
                && go(new Server(5)).value(6).recv() == 30;
        return good ? "ok" : "wrong";
    }
}
