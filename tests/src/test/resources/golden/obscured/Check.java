package ex;

class Check {
    static String ok() {
        boolean good = Server_ConnGo.go.read(1).recv() == 1
                && Server_ConnGo.go(new Server.Conn()).instance().recv() == 2
                && Server_Conn_DeepGo.go.deep().recv() == 3
                && Server_LevelGo.go.lowest().recv().equals("Low")
                && Server_Level_LowGo.go.low().recv() == 4
                && Server_PortGo.go.port().recv() == 80;
        return good ? "ok" : "wrong";
    }
}
