package dev.goloom.tests.stress;

import dev.goloom.tests.support.Stress;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Whatever few threads do to one or two channels at the same time, there is an order of it that the sequential model of a
 * channel explains: sends, receives, selects, tries, closes, failures, cancellations, interrupts.
 */
class LinearizabilityTest {
    /** So many small histories are under way at once that the processors always find another thread to run. */
    private static final int AT_ONCE = 40;

    @Test
    void smallHistories() {
        Stress.run("LinearizabilityTest", 3, seed -> {
            SplittableRandom random = new SplittableRandom(seed);
            List<History> histories = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                histories.add(History.onFreshChannels(random.split()));
            }
            histories.forEach(History::start);
            histories.forEach(History::interrupt);
            long operations = 0;
            for (History history : histories) {
                operations += history.finish();
            }
            return operations;
        });
    }

    /** One at a time: where few run, those who wait look first. */
    @Test
    void smallHistoriesOfThoseWhoLookFirst() {
        Stress.run("LinearizabilityTest, looking", 3, seed -> {
            History history = History.onPractisedChannels(new SplittableRandom(seed));
            history.start();
            history.interrupt();
            return history.finish();
        });
    }
}
