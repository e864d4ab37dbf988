package dev.goloom;

import java.lang.ref.Cleaner;

/** What happens when the collector finds an object unreachable. */
final class Collected {
    /** Runs its actions on a daemon platform thread of its own. */
    static final Cleaner CLEANER = Cleaner.create();

    private Collected() {}
}
