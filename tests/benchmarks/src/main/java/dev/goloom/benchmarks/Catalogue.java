package dev.goloom.benchmarks;

import static dev.goloom.benchmarks.workloads.Contender.*;

import dev.goloom.benchmarks.Row.Section;
import dev.goloom.benchmarks.workloads.*;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** All rows, in the order of the tables. */
final class Catalogue {
    private static final List<Contender> UNBUFFERED = List.of(GOLOOM, GO, JOX, SQ, LTQ);
    private static final List<Contender> BUFFERED = List.of(GOLOOM, GO, JOX, ABQ);
    private static final List<Contender> CHANNELS = List.of(GOLOOM, GO, JOX);
    private static final List<Contender> THREADS = List.of(GOLOOM, GO, VT);
    private static final List<Contender> SEAM = List.of(GOLOOM, GOLOOM_AFTER_SYNCTEST);
    private static final double NONE = Double.POSITIVE_INFINITY;

    private final List<Row> rows = new ArrayList<>();

    private Catalogue() {}

    static List<Row> rows() {
        Catalogue catalogue = new Catalogue();
        catalogue.channels();
        catalogue.selects();
        catalogue.goroutines();
        catalogue.heap();
        catalogue.floor();
        catalogue.seam();
        catalogue.growth();
        return Collections.unmodifiableList(catalogue.rows);
    }

    private void channels() {
        main("pingpong", "ping-pong, round trip", PingPong.class, 20_000, 0, 1, UNBUFFERED, 0.8);
        main("rendezvous", "rendezvous, one way", OneWay.class, 50_000, 0, 1, UNBUFFERED, 0.9);
        main("oneone16", "1 × 1, capacity 16", OneWay.class, 200_000, 16, 1, BUFFERED, 0.8);
        main("oneone128", "1 × 1, capacity 128", OneWay.class, 200_000, 128, 1, BUFFERED, 0.8);
        main("fourfour0", "4 × 4, unbuffered", OneWay.class, 100_000, 0, 4, UNBUFFERED, 0.9);
        main("fourfour128", "4 × 4, capacity 128", OneWay.class, 200_000, 128, 4, BUFFERED, 1.0);
        main("pairs0", "10 000 pairs, unbuffered", Pairs.class, 1_000_000, 0, 10_000, UNBUFFERED, NONE);
        main("pairs16", "10 000 pairs, capacity 16", Pairs.class, 1_000_000, 16, 10_000, BUFFERED, 0.9);
        main("uncontended", "send and receive, nobody waits", Uncontended.class, 100_000, 1, 1, BUFFERED, 0.5);
        main("make", "make a channel, unbuffered", MakeChannel.class, 100_000, 0, 1, UNBUFFERED, NONE);
    }

    private void selects() {
        main("fanin0", "fan-in by select over 2, unbuffered", FanIn.class, 50_000, 0, 2, CHANNELS, 0.9);
        main("fanin128", "fan-in by select over 2, capacity 128", FanIn.class, 100_000, 128, 2, CHANNELS, 0.9);
        main("select2", "select over 2", SelectOver.class, 50_000, 0, 2, CHANNELS, NONE);
        main("select8", "select over 8", SelectOver.class, 50_000, 0, 8, CHANNELS, NONE);
        main("select64", "select over 64", SelectOver.class, 10_000, 0, 64, CHANNELS, NONE);
        main("default", "select with default, nothing ready", SelectDefault.class, 100_000, 0, 1, UNBUFFERED, NONE);
    }

    private void goroutines() {
        main("spawn", "spawn and join", Spawn.class, 10_000, 0, 1, THREADS, 1.0);
        main("launcher", "the same by a generated launcher", SpawnLaunched.class, 10_000, 0, 1, List.of(GOLOOM, GO), 1.0);
        main("generators", "a generator of one element", SpawnGenerator.class, 5_000, 0, 1, CHANNELS, NONE);
        main("generator", "an element of a generator", GeneratorLoop.class, 50_000, 0, 1, CHANNELS, NONE);
        main("chain", "daisy chain of 10 000, a link", Chain.class, 10_000, 0, 1, UNBUFFERED, NONE);
        main("sieve", "prime sieve up to 4 000", Sieve.class, 1, 0, 4_000, UNBUFFERED, NONE);
        main("timers", "100 000 pending timers, each", Timers.class, 100_000, 0, 1, THREADS, 1.0);
    }

    private void heap() {
        main("heapparked", "heap for a parked goroutine", HeapParked.class, 100_000, 0, 1, UNBUFFERED, 0.35);
        main("heapchannel0", "heap for an idle channel, unbuffered", HeapChannel.class, 100_000, 0, 1, UNBUFFERED, NONE);
        main("heapchannel16", "heap for an idle channel, capacity 16", HeapChannel.class, 100_000, 16, 1, BUFFERED, NONE);
        main("heapgenerator", "heap for a generator", HeapGenerator.class, 50_000, 0, 1, CHANNELS, NONE);
    }

    private void floor() {
        main("switch", "bare switch: a continuation runs and yields", BareSwitch.class, 100_000, 0, 1, List.of(BARE), NONE);
        main("parking", "bare round trip: two virtual threads park", BareParking.class, 20_000, 0, 1, List.of(VT), NONE);
        main("parking10000", "the same, 10 000 pairs", BareParking.class, 500_000, 0, 10_000, List.of(VT), NONE);
        main("seam", "bare seam of Synctest: reads of two fields", BareSeam.class, 100_000, 0, 1, List.of(BARE), NONE);
    }

    private void seam() {
        add("seam-uncontended", "send and receive, nobody waits", Section.SEAM, Uncontended.class, 100_000, 1, 1, SEAM);
        add("seam-make", "make a channel, unbuffered", Section.SEAM, MakeChannel.class, 100_000, 0, 1, SEAM);
        add("seam-default", "select with default, nothing ready", Section.SEAM, SelectDefault.class, 100_000, 0, 1, SEAM);
        add("seam-spawn", "spawn and join", Section.SEAM, Spawn.class, 10_000, 0, 1, SEAM);
        add("seam-oneone16", "1 × 1, capacity 16", Section.SEAM, OneWay.class, 200_000, 16, 1, SEAM);
    }

    private void growth() {
        for (int goroutines = 1; goroutines <= 1_000_000; goroutines *= 10) {
            add("grow-goroutines-" + goroutines, "goroutines", Section.GOROUTINES, Parked.class, goroutines, 0, 1, UNBUFFERED);
        }
        for (int arms = 2; arms <= 64; arms *= 2) {
            add("grow-arms-" + arms, "select arms", Section.ARMS, SelectOver.class, 19_200, 0, arms, CHANNELS);
        }
        for (int senders = 1; senders <= 64; senders *= 2) {
            add("grow-senders-" + senders, "senders", Section.SENDERS, ManySenders.class, 64_000, 0, senders, UNBUFFERED);
        }
    }

    private void main(
            String name, String title, Class<?> type, int ops, int capacity, int width, List<Contender> contenders, double goal) {
        rows.add(new Row(name, title, Section.MAIN, type, ops, capacity, width, contenders, goal));
    }

    private void add(
            String name, String title, Section section, Class<?> type, int ops, int capacity, int width,
            List<Contender> contenders) {
        rows.add(new Row(name, title, section, type, ops, capacity, width, contenders, NONE));
    }
}
