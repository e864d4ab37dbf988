package dev.goloom;

/** An action that the clock will run, unless it is cancelled first. */
@FunctionalInterface
interface Alarm {
    /** Keeps the action from running if it has not begun. */
    void cancel();
}
