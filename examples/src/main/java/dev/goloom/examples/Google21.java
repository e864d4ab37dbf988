package dev.goloom.examples;

import static dev.goloom.Go.*;
import static dev.goloom.examples.Google21Go.go;
import static java.time.Duration.ofMillis;

import dev.goloom.Chan;
import dev.goloom.Goroutine;
import dev.goloom.RecvChan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The search does not wait for slow services: no locks, no condition variables, no callbacks. Slide "Google Search 2.1". */
class Google21 {
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
        go.web(query, c);
        go.image(query, c);
        go.video(query, c);

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

    @Goroutine
    static String web(String query) {
        return fakeSearch("web", query);
    }

    @Goroutine
    static String image(String query) {
        return fakeSearch("image", query);
    }

    @Goroutine
    static String video(String query) {
        return fakeSearch("video", query);
    }

    static String fakeSearch(String kind, String query) {
        sleep(rand(ofMillis(100)));
        return kind + " result for \"" + query + "\"";
    }
}
