package dev.goloom.examples;

import static dev.goloom.Go.*;
import static dev.goloom.examples.FeedReaderGo.go;
import static java.time.Duration.ofSeconds;

import dev.goloom.Case;
import dev.goloom.Chan;
import dev.goloom.Generator;
import dev.goloom.Goroutine;
import dev.goloom.RecvCase;
import dev.goloom.RecvChan;
import dev.goloom.SendChan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/** Feeds become streams, streams become one: select loops whose cases are turned off by nil channels. Slide "Example: feed reader". */
class FeedReader {
    static final int MAX_PENDING = 10;

    record Item(String title, String channel, String guid) {}

    /** What a fetch has brought, when to fetch next, and what went wrong. */
    record Result(List<Item> items, Instant next, Optional<Exception> err) {}

    interface Fetcher {
        Result fetch();
    }

    /** A stream of items. It is closed by a request that carries the channel for the reply. */
    record Subscription(RecvChan<Item> updates, SendChan<SendChan<Optional<Exception>>> closing) {
        Optional<Exception> close() {
            Chan<Optional<Exception>> errc = make();
            closing.send(errc);
            return errc.recv();
        }
    }

    @Goroutine
    static void main() {
        Subscription merged = merge(
                subscribe(new FakeFetcher("blog.golang.org")),
                subscribe(new FakeFetcher("googleblog.blogspot.com")),
                subscribe(new FakeFetcher("googledevelopers.blogspot.com")));
        RecvChan<Optional<Exception>> closed = go.closeLater(merged);
        for (Item it : merged.updates()) {
            IO.println(it.channel() + " " + it.title());
        }
        IO.println("closed: " + closed.recv().map(Exception::getMessage).orElse("no error"));
    }

    @Goroutine
    static Optional<Exception> closeLater(Subscription s) {
        sleep(ofSeconds(3));
        return s.close();
    }

    static Subscription subscribe(Fetcher fetcher) {
        Chan<SendChan<Optional<Exception>>> closing = make();
        return new Subscription(go.loop(fetcher, closing), closing);
    }

    @Generator
    static void loop(Fetcher fetcher, RecvChan<SendChan<Optional<Exception>>> closing, SendChan<Item> updates) {
        RecvChan<Result> fetchDone = null; // not null: a fetch is running
        Queue<Item> pending = new ArrayDeque<>();
        Instant next = now();
        Optional<Exception> err = Optional.empty();
        Set<String> seen = new HashSet<>();
        for (;;) {
            RecvChan<Instant> startFetch = null;
            if (fetchDone == null && pending.size() < MAX_PENDING) {
                startFetch = after(Duration.between(now(), next)); // enable fetch case
            }
            SendChan<Item> out = pending.isEmpty() ? null : updates; // enable send case
            var result = recv(fetchDone);
            var errc = recv(closing);
            switch (select(recv(startFetch), result, errc, send(out, pending.peek()))) {
                case 0 -> fetchDone = go.fetch(fetcher);
                case 1 -> {
                    fetchDone = null;
                    err = result.value().err();
                    next = err.isPresent() ? now().plusSeconds(10) : result.value().next();
                    for (Item item : result.value().items()) {
                        if (seen.add(item.guid())) {
                            pending.add(item);
                        }
                    }
                }
                case 2 -> {
                    errc.value().send(err);
                    return;
                }
                case 3 -> pending.remove();
            }
        }
    }

    @Goroutine
    static Result fetch(Fetcher fetcher) {
        return fetcher.fetch();
    }

    static Subscription merge(Subscription... subs) {
        Chan<SendChan<Optional<Exception>>> closing = make();
        return new Subscription(go.mergeLoop(subs, closing), closing);
    }

    @Generator
    static void mergeLoop(Subscription[] subs, RecvChan<SendChan<Optional<Exception>>> closing, SendChan<Item> updates) {
        Item pending = null;
        for (;;) {
            List<RecvCase<Item>> in = new ArrayList<>();
            for (Subscription s : subs) {
                in.add(recv(pending == null ? s.updates() : null)); // enable receive cases
            }
            var errc = recv(closing);
            List<Case> cases = new ArrayList<>(in);
            cases.add(send(pending == null ? null : updates, pending)); // enable send case
            cases.add(errc);
            int i = select(cases.toArray(Case[]::new));
            if (i < subs.length) {
                pending = in.get(i).value();
            } else if (i == subs.length) {
                pending = null;
            } else {
                Optional<Exception> err = Optional.empty();
                for (Subscription s : subs) {
                    Optional<Exception> e = s.close();
                    if (e.isPresent()) {
                        err = e;
                    }
                }
                errc.value().send(err);
                return;
            }
        }
    }

    /** Brings one item more each time, and all that it has brought before. */
    static class FakeFetcher implements Fetcher {
        final String channel;
        final List<Item> items = new ArrayList<>();

        FakeFetcher(String channel) {
            this.channel = channel;
        }

        @Override
        public Result fetch() {
            String title = "Item " + items.size();
            items.add(new Item(title, channel, channel + "/" + title));
            return new Result(List.copyOf(items), now().plusMillis(rand(5) * 500), Optional.empty());
        }
    }
}
