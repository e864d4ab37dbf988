package dev.goloom.tests.program;

import static org.junit.jupiter.api.Assertions.*;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.goloom.tests.support.Java;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JDK's own thread dump shows goroutines under their names, and what they are blocked on. */
class ThreadDumpTest {
    @Test
    void jcmd(@TempDir Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("dump.json");
        Process process = Java.start(List.of(), "dev.goloom.tests.program.DeadlocksGo", "threads");
        try {
            assertEquals("ready", process.inputReader().readLine());
            String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
            Process dump = new ProcessBuilder(jcmd, "" + process.pid(), "Thread.dump_to_file", "-format=json", file.toString())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(dump.getInputStream().readAllBytes());
            assertEquals(0, dump.waitFor(), output);
        } finally {
            process.destroyForcibly();
        }
        Map<String, String> blockers = new HashMap<>();
        for (JsonNode container : new JsonMapper().readTree(file.toFile()).at("/threadDump/threadContainers")) {
            for (JsonNode thread : container.path("threads")) {
                blockers.put(thread.path("name").asText(), thread.at("/parkBlocker/object").asText());
            }
        }
        assertTrue(blockers.containsKey("main#1"), blockers.toString());
        assertBlockedOn("dev.goloom.Chan@", "sender#2", blockers);
        assertBlockedOn("dev.goloom.Select@", "selector#3", blockers);
        assertBlockedOn("dev.goloom.WaitGroup@", "waiter#4", blockers);
    }

    private static void assertBlockedOn(String type, String goroutine, Map<String, String> blockers) {
        assertTrue(blockers.getOrDefault(goroutine, "").startsWith(type), blockers.toString());
    }
}
