package ex;

interface Names {
    String Level = "";
}
