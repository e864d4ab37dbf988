package dev.goloom;

/** Runs concurrent programs in virtual time. */
final class Synctest {
    private Synctest() {}
}
