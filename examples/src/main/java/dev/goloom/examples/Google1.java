package dev.goloom.examples;

import static dev.goloom.Go.*;
import static java.time.Duration.ofMillis;

import dev.goloom.Goroutine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A search asks three services in turn: it takes as long as all of them. Slide "Google Search 1.0". */
class Google1 {
    @Goroutine
    static void main() {
        Instant start = now();
        List<String> results = google("golang");
        Duration elapsed = Duration.between(start, now());
        IO.println(results);
        IO.println(elapsed.toMillis() + " ms");
    }

    static List<String> google(String query) {
        List<String> results = new ArrayList<>();
        results.add(web(query));
        results.add(image(query));
        results.add(video(query));
        return results;
    }

    static String web(String query) {
        return fakeSearch("web", query);
    }

    static String image(String query) {
        return fakeSearch("image", query);
    }

    static String video(String query) {
        return fakeSearch("video", query);
    }

    static String fakeSearch(String kind, String query) {
        sleep(rand(ofMillis(100)));
        return kind + " result for \"" + query + "\"";
    }
}
