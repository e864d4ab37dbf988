package ex;

class Check {
    static String ok() {
        Outer.Service service = n -> {};
        Outer_ServiceGo.go(service).run(1);
        Outer<String> outer = new Outer<>();
        OuterGo.go(outer).outer("x");
        Outer<String>.Member<Integer> member = outer.new Member<Integer>();
        boolean good = Outer_InnerGo.go.gen().recv().equals("inner")
                && Outer_Inner_DeeperGo.go.deep().recv() == 3
                && Outer_MemberGo.go(member).pair("a", 1).recv().equals("a1")
                && Outer_ServiceGo.go(service).twice(4).recv() == 8
                && Outer_ServiceGo.go.thrice(4).recv() == 12
                && Outer_PointGo.go(new Outer.Point(1, 2)).sum().recv() == 3
                && Outer_ColorGo.go(Outer.Color.RED).lower().recv().equals("red");
        return good ? "ok" : "wrong";
    }
}
