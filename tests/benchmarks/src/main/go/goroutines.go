package main

import "time"

func spawn() {
	wg := join(*ops)
	for i := 0; i < *ops; i++ {
		go wg.Done()
	}
	wg.Wait()
}

// generator returns a channel of n elements, as in the talk "Go Concurrency Patterns".
func generator(n int) <-chan int {
	c := make(chan int)
	go func() {
		sendAll(c, n)
		close(c)
	}()
	return c
}

var total int

func spawnGenerator() {
	for i := 0; i < *ops; i++ {
		for v := range generator(1) {
			total += v
		}
	}
}

func generatorLoop() {
	for v := range generator(*ops) {
		total += v
	}
}

func chain() {
	leftmost := make(chan int, *capacity)
	left := leftmost
	for i := 0; i < *ops; i++ {
		right := make(chan int, *capacity)
		go func(to, from chan int) { to <- <-from + 1 }(left, right)
		left = right
	}
	go func(c chan int) { c <- 1 }(left)
	total += <-leftmost
}

func sieve() {
	for i := 0; i < *ops; i++ {
		numbers := make(chan int, *capacity)
		go generate(numbers)
		from := numbers
		for prime := <-from; prime != 0; prime = <-from {
			total++
			filtered := make(chan int, *capacity)
			go filter(from, filtered, prime)
			from = filtered
		}
	}
}

func generate(to chan<- int) {
	for i := 2; i <= *width; i++ {
		to <- i
	}
	to <- 0
}

func filter(from <-chan int, to chan<- int, prime int) {
	for i := <-from; i != 0; i = <-from {
		if i%prime != 0 {
			to <- i
		}
	}
	to <- 0
}

func timers() {
	waiting, wg := join(*ops), join(*ops)
	quit := make(chan int)
	for i := 0; i < *ops; i++ {
		go func() {
			waiting.Done()
			timer := time.NewTimer(time.Hour)
			select {
			case <-timer.C:
				panic("an hour has gone by")
			case <-quit:
				timer.Stop()
			}
			wg.Done()
		}()
	}
	waiting.Wait()
	close(quit)
	wg.Wait()
}

func parked() {
	cs := channels(*ops)
	waiting, wg := join(*ops), join(*ops)
	for _, c := range cs {
		go func(c <-chan int) {
			waiting.Done()
			<-c
			wg.Done()
		}(c)
	}
	waiting.Wait()
	for _, c := range cs {
		c <- 1
	}
	wg.Wait()
}
