package dev.goloom;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * The goroutines of a {@link World}, from their start to their end. Each is a virtual thread of its own that first waits
 * for the turn. The world is over when all have ended.
 *
 * <p>Everything here belongs to the holder of the turn, but for what the watch reads from outside.
 */
final class Inhabitants {
    private final World world;

    /** All that have not ended, in the order of their starts. */
    private final Set<Actor> alive = new LinkedHashSet<>();

    /** The same; read from outside as well. */
    private final Map<Thread, Actor> byThread = new ConcurrentHashMap<>();

    /** The channels of generators that may have a consumer, in the order of their making. Those that have ended stay. */
    private final List<Chan<?>> generators = new ArrayList<>();

    private int started;
    private boolean mainHasEnded;

    /** Down when all have ended. */
    final CountDownLatch over = new CountDownLatch(1);

    Inhabitants(World world) {
        this.world = world;
    }

    // ---- one of them

    /** Makes one that can run, but has not got its thread started yet. */
    Actor begin(String method, String starter, Go.Body body) {
        Actor actor = new Actor(world, method + "#" + ++started, starter);
        actor.thread = Thread.ofVirtual().name(actor.name).unstarted(() -> live(actor, body));
        alive.add(actor);
        byThread.put(actor.thread, actor);
        world.started(actor);
        return actor;
    }

    private void live(Actor self, Go.Body body) {
        Throwable thrown = null;
        try {
            world.enter(self);
            body.run();
        } catch (Throwable any) {
            thrown = any;
        }
        if (!world.turn.isAbandoned()) {
            end(self, thrown);
        }
    }

    private void end(Actor self, Throwable thrown) {
        mainHasEnded |= self.isMain();
        if (!world.ending.isDismissing()) {
            boolean panics = thrown != null && (self.isMain() || !Cancelled.here(thrown));
            world.trace(self, panics ? "panics" : "ends", null);
            if (panics) {
                world.ending.fail(Report.panic(thrown, self.name, self.origin()), thrown);
            } else if (self.isMain()) {
                abandonGenerators();
            }
        }
        alive.remove(self);
        byThread.remove(self.thread);
        world.scheduler.removeAwaiting(self);
        world.scheduler.setBlocked(self);
        if (alive.isEmpty()) {
            over.countDown();
        } else {
            world.turn.give(world.next());
        }
    }

    // ---- all of them

    /** Those that have not ended, in the order of their starts. */
    Collection<Actor> alive() {
        return alive;
    }

    int count() {
        return alive.size();
    }

    /** The one whose thread this is; null if it has ended. */
    Actor of(Thread thread) {
        return byThread.get(thread);
    }

    /** The threads of those that have not ended; may be called from outside. */
    Collection<Thread> threads() {
        return byThread.keySet();
    }

    boolean hasMainEnded() {
        return mainHasEnded;
    }

    void addGenerator(Chan<?> chan) {
        generators.add(chan);
    }

    /** Cancels the generators that have not ended, as if nobody could receive from them. Returns false if there was none. */
    boolean abandonGenerators() {
        List<Chan<?>> left = generators.stream().filter(Chan::isOpen).toList();
        generators.clear();
        left.forEach(Chan::abandon);
        return !left.isEmpty();
    }
}
