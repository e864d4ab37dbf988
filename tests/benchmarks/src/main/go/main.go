// The workloads of the package dev.goloom.benchmarks.workloads in Go: the same names, the same work, as many goroutines.
package main

import (
	"flag"
	"fmt"
	"os"
	"sync"
	"time"
)

// What the workloads share. One invocation does ops operations and waits until every goroutine that it has started is done.
var (
	ops      = flag.Int("ops", 1000, "how many operations one invocation does")
	capacity = flag.Int("capacity", 0, "the capacity of the channels")
	width    = flag.Int("width", 1, "how many goroutines or cases")
)

var workloads = map[string]func(){
	"PingPong":       pingPong,
	"OneWay":         oneWay,
	"ManySenders":    manySenders,
	"FanIn":          fanIn,
	"SelectOver":     selectOver,
	"SelectDefault":  selectDefault,
	"Uncontended":    uncontended,
	"Spawn":          spawn,
	"SpawnLaunched":  spawn,
	"SpawnGenerator": spawnGenerator,
	"GeneratorLoop":  generatorLoop,
	"Pairs":          pairs,
	"Chain":          chain,
	"Sieve":          sieve,
	"Timers":         timers,
	"Parked":         parked,
	"MakeChannel":    makeChannel,
}

func main() {
	workload := flag.String("workload", "", "what to run")
	warmup := flag.Duration("warmup", time.Second, "for how long to run it before measuring")
	measured := flag.Duration("time", time.Second, "for how long to measure")
	flag.Parse()
	if kind, ok := heaps[*workload]; ok {
		fmt.Println(heap(kind))
		return
	}
	run, ok := workloads[*workload]
	if !ok {
		fmt.Fprintln(os.Stderr, "no workload", *workload)
		os.Exit(1)
	}
	measure(run, *warmup)
	fmt.Println(measure(run, *measured))
}

// measure invokes run until duration has gone by, once at least, and returns nanoseconds for an operation.
func measure(run func(), duration time.Duration) float64 {
	start := time.Now()
	for n := 1; ; n++ {
		run()
		if elapsed := time.Since(start); elapsed >= duration {
			return float64(elapsed.Nanoseconds()) / float64(n) / float64(*ops)
		}
	}
}

// join is a wait group that counts from n.
func join(n int) *sync.WaitGroup {
	var wg sync.WaitGroup
	wg.Add(n)
	return &wg
}

func channels(n int) []chan int {
	cs := make([]chan int, n)
	for i := range cs {
		cs[i] = make(chan int, *capacity)
	}
	return cs
}

func sendAll(c chan<- int, n int) {
	for i := 0; i < n; i++ {
		c <- 1
	}
}

func recvAll(c <-chan int, n int) {
	for i := 0; i < n; i++ {
		<-c
	}
}
