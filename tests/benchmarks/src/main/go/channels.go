package main

func pingPong() {
	there, back := make(chan int, *capacity), make(chan int, *capacity)
	wg := join(2)
	go func() {
		for i := 0; i < *ops; i++ {
			there <- 1
			<-back
		}
		wg.Done()
	}()
	go func() {
		for i := 0; i < *ops; i++ {
			back <- <-there
		}
		wg.Done()
	}()
	wg.Wait()
}

func oneWay() {
	c := make(chan int, *capacity)
	wg := join(2 * *width)
	for i := 0; i < *width; i++ {
		go func() {
			sendAll(c, *ops / *width)
			wg.Done()
		}()
		go func() {
			recvAll(c, *ops / *width)
			wg.Done()
		}()
	}
	wg.Wait()
}

func manySenders() {
	c := make(chan int, *capacity)
	wg := join(*width + 1)
	for i := 0; i < *width; i++ {
		go func() {
			sendAll(c, *ops / *width)
			wg.Done()
		}()
	}
	go func() {
		recvAll(c, *ops / *width * *width)
		wg.Done()
	}()
	wg.Wait()
}

func pairs() {
	wg := join(2 * *width)
	for i := 0; i < *width; i++ {
		c := make(chan int, *capacity)
		go func() {
			sendAll(c, *ops / *width)
			wg.Done()
		}()
		go func() {
			recvAll(c, *ops / *width)
			wg.Done()
		}()
	}
	wg.Wait()
}

func uncontended() {
	c := make(chan int, *capacity)
	for i := 0; i < *ops; i++ {
		c <- 1
		<-c
	}
}

// kept keeps the compiler from finding out that nobody needs the channels.
var kept [64]chan int

func makeChannel() {
	for i := 0; i < *ops; i++ {
		kept[i%len(kept)] = make(chan int, *capacity)
	}
}
