package main

import "runtime"

// heaps make n of something, and return what keeps them alive.
var heaps = map[string]func(n int) any{
	"HeapParked":    heapParked,
	"HeapChannel":   func(n int) any { return channels(n) },
	"HeapGenerator": heapGenerator,
}

func heapParked(n int) any {
	c := make(chan int, *capacity)
	waiting := join(n)
	for i := 0; i < n; i++ {
		go func() {
			waiting.Done()
			<-c
		}()
	}
	waiting.Wait()
	return c
}

func heapGenerator(n int) any {
	cs := make([]<-chan int, n)
	for i := range cs {
		cs[i] = generator(2)
		<-cs[i]
	}
	return cs
}

// heap returns bytes, of the heap and of stacks, for each of ops.
func heap(kind func(n int) any) float64 {
	first := kind(*ops)
	before := used()
	keep := kind(*ops)
	after := used()
	runtime.KeepAlive(first)
	runtime.KeepAlive(keep)
	return (after - before) / float64(*ops)
}

func used() float64 {
	runtime.GC()
	runtime.GC()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return float64(stats.HeapAlloc + stats.StackInuse)
}
