package dev.goloom.tests.conformance;

import static org.junit.jupiter.api.Assertions.*;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The compiler knows the direction of a channel: what the other end would do does not compile, and neither end becomes a
 * channel of both directions again: {@code test/chan/perm.go}.
 */
class PermTest {
    private static final String SOURCE = """
            import static dev.goloom.Go.*;

            import dev.goloom.*;

            class Perm {
                Chan<Integer> c = make();
                RecvChan<Integer> cr = c;
                SendChan<Integer> cs = c;

                void assign() {
                    cr = c;
                    cs = c;
                    c = cr; // ERROR
                    c = cs; // ERROR
                    cr = cs; // ERROR
                    cs = cr; // ERROR
                }

                void both() {
                    c.send(0);
                    c.recv();
                    c.recvOk().ok();
                    c.trySend(0);
                    c.tryRecv();
                    c.close();
                    c.cancel();
                    for (int v : c) {}
                }

                void receiving() {
                    cr.recv();
                    cr.recvOk().ok();
                    cr.tryRecv();
                    cr.cancel();
                    for (int v : cr) {}
                    cr.send(0); // ERROR
                    cr.trySend(0); // ERROR
                    cr.close(); // ERROR
                    cr.close(new Exception()); // ERROR
                }

                void sending() {
                    cs.send(0);
                    cs.trySend(0);
                    cs.close();
                    cs.close(new Exception());
                    cs.recv(); // ERROR
                    cs.recvOk(); // ERROR
                    cs.tryRecv(); // ERROR
                    cs.cancel(); // ERROR
                    for (int v : cs) {} // ERROR
                    cs.iterator(); // ERROR
                }

                void selects() {
                    select(
                        send(c, 0),
                        recv(c),
                        send(cs, 0),
                        recv(cr),
                        send(cr, 0), // ERROR
                        recv(cs)); // ERROR
                }

                void others(Integer n, Chan<String> s, SendChan<Number> numbers) {
                    send(numbers, 1);
                    numbers.send(2.5);
                    n.recv(); // ERROR
                    n.send(2); // ERROR
                    n.close(); // ERROR
                    s.send(1); // ERROR
                    send(s, 1); // ERROR
                    int v = s.recv(); // ERROR
                    RecvChan<Number> of = c; // ERROR
                    new Chan<Integer>(); // ERROR
                }

                class Mine implements RecvChan<Integer> {} // ERROR
            }
            """;

    @Test
    void directions() {
        List<String> lines = SOURCE.lines().toList();
        TreeSet<Long> expected = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).contains("// ERROR"))
                .mapToObj(i -> i + 1L)
                .collect(Collectors.toCollection(TreeSet::new));
        Compilation compilation = Compiler.javac()
                .withOptions("--release", "25")
                .compile(JavaFileObjects.forSourceString("Perm", SOURCE));
        TreeSet<Long> found = compilation.errors().stream()
                .map(error -> error.getLineNumber())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(expected, found, () -> compilation.errors().toString());
    }
}
