package dev.goloom.tests.synctest;

import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Go;
import dev.goloom.Synctest;
import dev.goloom.tests.support.Java;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Exploration finds each planted bug within a thousand schedules, and its seed fails in the same way every time. */
class PlantedBugsTest {
    private static final Pattern LINE = Pattern.compile("this line shows it again:\n\n    Synctest\\.replay\\((\\d+)L, …\\);\n");

    @TestFactory
    Stream<DynamicTest> foundAndReplayed() {
        return each((name, bug) -> {
            AssertionError found = assertThrows(AssertionError.class, () -> Synctest.explore(1000, bug));
            String report = afterTitle(found.getMessage());
            assertTrue(report.contains("PlantedBugs.java:") || report.contains("deadlock!"), report);
            assertTrue(report.contains("\nschedule:\n  2000-01-01T00:00:00Z"), report);
            long seed = seed(found);
            for (int i = 0; i < 100; i++) {
                // Other explorations between, so that nothing may depend on what was before.
                Synctest.explore(1 + i % 3, () -> Go.make(1).send(1));
                AssertionError again = assertThrows(AssertionError.class, () -> Synctest.replay(seed, bug));
                assertEquals(report, afterTitle(again.getMessage()));
            }
        });
    }

    /** With other identity hash codes, without a compiler, with classes loaded at other times: in another JVM. */
    @TestFactory
    Stream<DynamicTest> replayedInAnotherJvm() {
        return each((name, bug) -> {
            AssertionError found = assertThrows(AssertionError.class, () -> Synctest.explore(1000, bug));
            List<String> options = List.of("-Xint", "-Dstdout.encoding=UTF-8");
            Java.Result result = Java.run(options, PlantedBugs.class.getName(), name, Long.toString(seed(found)));
            assertEquals("", result.err());
            assertEquals(afterTitle(found.getMessage()), afterTitle(result.out()));
        });
    }

    private interface Check {
        void of(String name, Go.Body bug);
    }

    private static Stream<DynamicTest> each(Check check) {
        return PlantedBugs.ALL.entrySet().stream().map((Map.Entry<String, Go.Body> bug) ->
                DynamicTest.dynamicTest(bug.getKey(), () -> check.of(bug.getKey(), bug.getValue())));
    }

    static long seed(AssertionError failure) {
        Matcher line = LINE.matcher(failure.getMessage());
        assertTrue(line.find(), failure.getMessage());
        return Long.parseLong(line.group(1));
    }

    /** Without "schedule 7 of 1000 failed", which a replay cannot know. */
    private static String afterTitle(String message) {
        return message.substring(message.indexOf("this line shows it again"));
    }
}
