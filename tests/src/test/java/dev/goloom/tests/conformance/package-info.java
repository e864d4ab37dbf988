/**
 * For each behaviour that Go's own tests of channels, select, timers, wait groups and contexts check, a test of the same
 * name, written for this library. The first sentence says the behaviour, and in which of Go's tests it is found:
 * {@code test/…} and {@code src/…} are paths in Go's repository.
 *
 * <p>Where Go's test looks at something that the JVM does not have, as stacks that grow and shrink, the test here looks at
 * what comes nearest: a thread that is parking while its stack is walked and memory is collected.
 */
package dev.goloom.tests.conformance;
