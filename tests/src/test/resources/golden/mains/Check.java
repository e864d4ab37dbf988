package ex;

class Check {
    static String ok() throws Exception {
        return WithArgumentsGo.class.getMethod("main", String[].class) != null
                && WithoutGo.class.getMethod("main", String[].class) != null ? "ok" : "wrong";
    }
}
