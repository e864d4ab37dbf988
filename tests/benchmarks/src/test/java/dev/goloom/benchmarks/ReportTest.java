package dev.goloom.benchmarks;

import static dev.goloom.benchmarks.workloads.Contender.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.goloom.benchmarks.Row.Section;
import dev.goloom.benchmarks.workloads.Contender;
import dev.goloom.benchmarks.workloads.Parked;
import dev.goloom.benchmarks.workloads.PingPong;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/** What is made of the results of a session. */
class ReportTest {
    private static final List<Row> ROWS = List.of(
            row("pingpong", "ping-pong", Section.MAIN, 1000, 0.8),
            row("ten", "goroutines", Section.GOROUTINES, 10, 1),
            row("hundred", "goroutines", Section.GOROUTINES, 100, 1),
            row("thousand", "goroutines", Section.GOROUTINES, 1000, 1));

    private static final Session SESSION = new Session(
            new Environment("2026-11-24", "a machine", "a JVM", "go1.19", "0.1.0", "1.0.0"),
            new Settings(3, 1, 1),
            List.of(
                    new Measurement("pingpong", GOLOOM, List.of(300.0, 100.0, 200.0), List.of(30.0, 240.0, 32.0)),
                    new Measurement("pingpong", GO, List.of(240.0, 260.0), List.of(30.0, 30.0)),
                    new Measurement("pingpong", SQ, List.of(150.0), List.of(30.0)),
                    new Measurement("pingpong", LTQ, List.of(12_340.0, 12_300.0, 12_380.0), List.of(30.0, 30.0, 30.0)),
                    new Measurement("ten", GOLOOM, List.of(1000.0), List.of(30.0)),
                    new Measurement("hundred", GOLOOM, List.of(900.0), List.of(30.0)),
                    new Measurement("thousand", GOLOOM, List.of(1100.0), List.of(30.0))));

    private static Row row(String name, String title, Section section, int ops, double goal) {
        Class<?> type = section == Section.MAIN ? PingPong.class : Parked.class;
        return new Row(name, title, section, type, ops, 0, 1, List.of(Contender.values()), goal);
    }

    @Test
    void tablesShowMedianSpreadRatioAndGrowth() {
        assertEquals("""
                2026-11-24: a machine; a JVM; go1.19; Goloom 0.1.0, jox 1.0.0. Rounds: 3, each 1.0 s of warm-up and 1.0 s of measuring.

                **Side by side**

                | workload  | Goloom           | Go               | Goloom / Go | jox | JDK                                 | signal             |
                | --------- | ---------------- | ---------------- | ----------- | --- | ----------------------------------- | ------------------ |
                | ping-pong | 200 (100–300) ns | 250 (240–260) ns | 0.80        |     | SQ 150 ns · LTQ 12.3 (12.3–12.4) µs | 32.0 (30.0–240) ns |

                **Growth: goroutines that wait, each on a channel of its own**

                | from → to   | Goloom                                       |
                | ----------- | -------------------------------------------- |
                | 10 → 100    | × 9.00, 900 ns each                          |
                | 100 → 1,000 | × 12.22, 1100 ns each, **worse than linear** |
                """, new Tables(ROWS, SESSION).all());
    }

    @Test
    void goalsAreMetOrMissed() {
        assertEquals("""
                met     pingpong: 0.80 of Go's, the goal is 0.80
                BEHIND  pingpong: 1.33 of SynchronousQueue's
                """, Goals.of(ROWS, SESSION));
    }

    @Test
    void resultsAreReadAsTheyWereWritten(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("results/results.json");
        SESSION.write(file);
        assertEquals(SESSION, Session.read(file));
    }

    @Test
    void readmeKeepsWhatStandsAroundTheResults(@TempDir Path directory) throws IOException {
        Path readme = directory.resolve("README.md");
        Files.writeString(readme, """
                before
                <!-- results: written by -Dbenchmarks=--update -->
                old
                <!-- end of results -->
                after
                """);
        Readme.update(readme, "new\n");
        assertEquals("""
                before
                <!-- results: written by -Dbenchmarks=--update -->

                new

                <!-- end of results -->
                after
                """, Files.readString(readme));
    }

    @Test
    void chartIsSvgWithABarForEachThatWasMeasured(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("chart.svg");
        new RatioChart(ROWS, SESSION).write(file);
        var svg = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        svg.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
        String text = svg.parse(file.toFile()).getDocumentElement().getTextContent();
        assertTrue(text.contains("ping-pong") && text.contains("Goloom") && text.contains("best of the JDK"), text);
    }
}
