package dev.goloom.examples;

import static dev.goloom.Go.*;
import static dev.goloom.examples.Google2Go.go;
import static java.time.Duration.ofMillis;

import dev.goloom.Chan;
import dev.goloom.Goroutine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The search asks its services at once: it takes as long as the slowest of them. Slide "Google Search 2.0". */
class Google2 {
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
        for (int i = 0; i < 3; i++) {
            results.add(c.recv());
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
