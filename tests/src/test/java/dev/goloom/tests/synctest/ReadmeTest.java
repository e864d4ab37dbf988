package dev.goloom.tests.synctest;

import static org.junit.jupiter.api.Assertions.*;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The test in README's section on Synctest finds the bug that the section names, and prints what stands there. */
class ReadmeTest {
    @TempDir
    private Path folder;

    @Test
    void printsWhatTheReadmeShows() throws Exception {
        List<String> blocks = blocks();
        InvocationTargetException failure = assertThrows(InvocationTargetException.class, () -> run(blocks.get(0)));
        assertInstanceOf(AssertionError.class, failure.getCause());
        assertEquals(blocks.get(1), failure.getCause().getMessage().strip());
    }

    @Test
    void passesOnceMendedAsTheReadmeSays() throws Exception {
        String test = blocks().get(0);
        String closed = replaced(test, "WaitGroup workers", "jobs.close();\n            WaitGroup workers");
        String ranging = replaced(closed, "while (jobs.len() > 0) {", "for (String job : jobs) {");
        run(replaced(ranging, "jobs.recv();\n", "\n"));
    }

    private static String replaced(String text, String old, String by) {
        assertTrue(text.contains(old), old);
        return text.replace(old, by);
    }

    /** The blocks of code in the section. */
    private static List<String> blocks() throws IOException {
        String readme = Files.readString(Path.of(System.getProperty("goloom.examples")).resolveSibling("README.md"));
        String section = readme.substring(readme.indexOf("## Testing with Synctest"), readme.indexOf("## The rooms"));
        return Pattern.compile("```\\w*\n(.*?)```", Pattern.DOTALL).matcher(section).results()
                .map((MatchResult block) -> block.group(1).strip()).toList();
    }

    private void run(String test) throws Exception {
        Path source = folder.resolve("WorkersTest.java");
        Files.writeString(source, test);
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null,
                "-proc:none", "-Xlint:all", "-Xlint:-classfile", "-d", folder.toString(), source.toString()));
        try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            Object instance = newInstance(loader.loadClass("app.WorkersTest"));
            Method method = instance.getClass().getDeclaredMethod("allJobsAreDone");
            method.setAccessible(true);
            method.invoke(instance);
        }
    }

    private static Object newInstance(Class<?> type) throws ReflectiveOperationException {
        var constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }
}
