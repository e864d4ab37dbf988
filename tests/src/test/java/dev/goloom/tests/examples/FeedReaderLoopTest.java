package dev.goloom.tests.examples;

import static dev.goloom.Go.now;
import static dev.goloom.Go.sleep;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.*;

import dev.goloom.Go;
import dev.goloom.Synctest;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** A subscription stays responsive, whatever its fetcher and its reader do. */
class FeedReaderLoopTest {
    private static final Example EXAMPLE = new Example("FeedReader");
    private static final int SCHEDULES = 300;

    private int fetches;

    /** A subscription to a fetcher that does this. */
    private Object subscribe(Callable<Object> fetch) throws Throwable {
        fetches = 0;
        Class<?> type = nested("Fetcher");
        Class<?>[] types = {type};
        Object fetcher = Proxy.newProxyInstance(type.getClassLoader(), types, (proxy, method, arguments) -> {
            fetches++;
            return fetch.call();
        });
        return EXAMPLE.call("subscribe", fetcher);
    }

    private static Object result(List<?> items, Instant next, Optional<Exception> err) throws Exception {
        return create("Result", items, next, err);
    }

    private static Optional<?> close(Object subscription) throws Exception {
        Method close = nested("Subscription").getDeclaredMethod("close");
        close.setAccessible(true);
        return (Optional<?>) close.invoke(subscription);
    }

    private static Object create(String record, Object... components) throws Exception {
        Constructor<?> constructor = nested(record).getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        return constructor.newInstance(components);
    }

    private static Class<?> nested(String name) throws ClassNotFoundException {
        return Class.forName("dev.goloom.examples.FeedReader$" + name);
    }

    private static void explore(Go.Body program) {
        Synctest.explore(SCHEDULES, () -> Synctest.program(program));
    }

    @Test
    void closeTellsTheLatestFailureAndAFailedFetchIsRepeatedAfterTenSeconds() {
        Exception down = new IOException("down");
        explore(() -> {
            Object subscription = subscribe(() -> result(List.of(), now(), Optional.of(down)));
            sleep(ofSeconds(25));
            assertEquals(3, fetches);
            assertEquals(Optional.of(down), close(subscription));
        });
    }

    @Test
    void nothingMoreIsFetchedWhileTenItemsWaitForTheReader() {
        explore(() -> {
            Object subscription = subscribe(() -> {
                String guid = "item " + fetches;
                return result(List.of(create("Item", guid, "channel", guid)), now(), Optional.empty());
            });
            sleep(ofSeconds(60));
            assertEquals(10, fetches);
            assertEquals(Optional.empty(), close(subscription));
        });
    }

    @Test
    void closeDoesNotWaitForAFetch() {
        explore(() -> {
            Object subscription = subscribe(() -> {
                sleep(ofHours(1));
                return result(List.of(), now(), Optional.empty());
            });
            sleep(ofSeconds(1));
            Instant before = now();
            assertEquals(Optional.empty(), close(subscription));
            assertEquals(before, now());
        });
    }
}
