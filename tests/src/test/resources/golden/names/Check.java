package ex;

class Check {
    @SuppressWarnings("deprecation")
    static String ok() {
        dev.goloom.Chan<Integer> c = dev.goloom.Go.make(1);
        LaunchGo.go.out(1, 2, 3, c);
        boolean good = LaunchGo.go.go(1, new Chan()).recv() == 1
                && c.recv() == 6
                && LaunchGo.go.dev(1, 2, 3).recv() == 6
                && LaunchGo.go.grüße("x").recv().equals("x")
                && LaunchGo.go(new Launch()).over(1).recv() == 1
                && LaunchGo.go(new Launch()).over("x").recv() == -1
                && LaunchGo.go.old().recv() == 1
                && GoGo.go.string("s").recv().equals("s");
        return good ? "ok" : "wrong";
    }
}
