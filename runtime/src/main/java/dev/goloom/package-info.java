/**
 * Go's concurrency for Java: goroutines on virtual threads, channels, and {@code select}.
 */
package dev.goloom;
