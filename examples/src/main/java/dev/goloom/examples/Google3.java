package dev.goloom.examples;

import static dev.goloom.Go.*;
import static dev.goloom.examples.Google3Go.go;
import static java.time.Duration.ofMillis;

import dev.goloom.Chan;
import dev.goloom.Goroutine;
import dev.goloom.RecvChan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Every service has a replica, and the first answer wins: slow ones are rare now. Slide "Google Search 3.0". */
class Google3 {
    interface Search {
        String search(String query);
    }

    static final Search WEB1 = fakeSearch("web1");
    static final Search WEB2 = fakeSearch("web2");
    static final Search IMAGE1 = fakeSearch("image1");
    static final Search IMAGE2 = fakeSearch("image2");
    static final Search VIDEO1 = fakeSearch("video1");
    static final Search VIDEO2 = fakeSearch("video2");

    @Goroutine
    static void main() {
        Instant start = now();
        List<String> results = google("golang");
        Duration elapsed = Duration.between(start, now());
        IO.println(results);
        IO.println(elapsed.toMillis() + " ms");
    }

    static List<String> google(String query) {
        Chan<String> c = make();
        go(() -> c.send(first(query, WEB1, WEB2)));
        go(() -> c.send(first(query, IMAGE1, IMAGE2)));
        go(() -> c.send(first(query, VIDEO1, VIDEO2)));

        List<String> results = new ArrayList<>();
        RecvChan<Instant> timeout = after(ofMillis(80));
        for (int i = 0; i < 3; i++) {
            var result = recv(c);
            switch (select(result, recv(timeout))) {
                case 0 -> results.add(result.value());
                case 1 -> {
                    IO.println("timed out");
                    return results;
                }
            }
        }
        return results;
    }

    static String first(String query, Search... replicas) {
        Chan<String> c = make();
        for (Search replica : replicas) {
            go(() -> c.send(replica.search(query)));
        }
        return c.recv();
    }

    static Search fakeSearch(String kind) {
        return query -> {
            sleep(rand(ofMillis(100)));
            return kind + " result for \"" + query + "\"";
        };
    }
}
