/**
 * What is measured: a class a workload, written once against {@link dev.goloom.benchmarks.workloads.Library}, so that each
 * contender does the same work with as many threads. The Go program in {@code src/main/go} does it again in Go.
 */
package dev.goloom.benchmarks.workloads;
