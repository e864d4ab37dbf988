/**
 * The driver: a {@link dev.goloom.benchmarks.Row} of the {@link dev.goloom.benchmarks.Catalogue} is measured round by round, in
 * each round by every contender in turn, each time in a process of its own; from the session's results the
 * {@link dev.goloom.benchmarks.Tables} and the {@link dev.goloom.benchmarks.RatioChart} are made.
 */
package dev.goloom.benchmarks;
