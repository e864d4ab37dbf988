class Check {
    static String ok() {
        return HelloGo.go.greet("Go").recv().equals("Hello, Go") ? "ok" : "wrong";
    }
}
