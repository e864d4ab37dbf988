/**
 * Go's concurrency for Java: goroutines on virtual threads, channels, and {@code select}.
 *
 * <p>Goroutines are not pre-empted. Where some keep others from running, a goroutine that sends, receives, selects, waits for a
 * group or starts a goroutine may give way to them for a while. So does a method that is said never to
 * block, or to return at once: that means that it waits for no other side.
 *
 * <p>Any thread may use every operation, platform threads, too. Whoever waits in one on a worker thread of a
 * {@link java.util.concurrent.ForkJoinPool} keeps that: the pool starts no other in its place, as with a
 * {@link java.util.concurrent.CountDownLatch}. So tasks of a parallel stream that wait for one another may wait for ever.
 *
 * <p>Where nothing else is said, null as an argument is a {@link NullPointerException}.
 */
package dev.goloom;
