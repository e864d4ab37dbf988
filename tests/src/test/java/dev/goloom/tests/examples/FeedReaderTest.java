package dev.goloom.tests.examples;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Go;
import dev.goloom.Goroutines;
import dev.goloom.Synctest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Three feeds as one stream: nothing is missing, nothing comes twice, and closing it ends every goroutine. */
@Execution(ExecutionMode.CONCURRENT)
class FeedReaderTest {
    private static final Example EXAMPLE = new Example("FeedReader");

    private static final List<String> CHANNELS =
            List.of("blog.golang.org", "googleblog.blogspot.com", "googledevelopers.blogspot.com");

    @Test
    void process() {
        assertIsMerged(EXAMPLE.run());
    }

    @Test
    void output() {
        EXAMPLE.assertPrintsExpected();
    }

    @Test
    void everySchedule() {
        Go.Body untilAllHaveEnded = () -> {
            EXAMPLE.main().run();
            Synctest.await();
            assertEquals(1, Goroutines.count());
        };
        EXAMPLE.explore(untilAllHaveEnded, lines -> {
            assertIsMerged(Line.texts(lines));
            assertEquals(ofSeconds(3), lines.getLast().at());
            for (String channel : CHANNELS) {
                // The longest time between two fetches is two seconds.
                Said.assertPauses(channel, ofMillis(2001), lines);
            }
        });
    }

    private static void assertIsMerged(List<String> lines) {
        for (String channel : CHANNELS) {
            assertTrue(lines.contains(channel + " Item 0"), lines.toString());
            Said.assertInOrder(channel + " Item", lines);
        }
        assertEquals("closed: no error", lines.getLast());
        assertTrue(lines.subList(0, lines.size() - 1).stream().allMatch(line -> line.matches("\\S+ Item \\d+")), lines.toString());
    }
}
