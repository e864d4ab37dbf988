/**
 * Go's concurrency for Java: goroutines on virtual threads, channels, and {@code select}.
 *
 * <p>Goroutines are not pre-empted. Where some keep others from running, a goroutine that sends, receives, selects, waits for a
 * group or starts a goroutine may give way to them for a while. So does a method that never blocks or returns at once, which means
 * that it waits for no other side.
 *
 * <p>Where nothing else is said, null as an argument is a {@link NullPointerException}.
 */
package dev.goloom;
