/**
 * Go's concurrency for Java: goroutines on virtual threads, channels, and {@code select}.
 *
 * <p>Where nothing else is said, null as an argument is a {@link NullPointerException}.
 */
package dev.goloom;
