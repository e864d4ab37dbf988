package ex;

import static ex.ArraysGo.go;

import dev.goloom.*;
import java.util.List;

class Check {
    static String ok() {
        Chan<Integer> out = Go.make(1);
        go.sum(new int[] {1, 2}, out);
        int sum = 0;
        for (int n : go.gen(2, 3)) {
            sum += n;
        }
        boolean good = sum == 5
                && go.gen(new int[] {9}).recv() == 9
                && !go.gen().recvOk().ok()
                && go.matrix(new int[] {4}).recv()[0] == 4
                && go.generic(new String[] {"g"}).recv().equals("g")
                && go.sum(1, 2, 3).recv() == 6
                && out.recv() == 3
                && go.list("a", "b").recv().equals(List.of("a", "b"));
        return good ? "ok" : "wrong";
    }
}
