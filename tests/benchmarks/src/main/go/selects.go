package main

func fanIn() {
	cs := channels(*width)
	wg := join(*width + 1)
	for _, c := range cs {
		go func(c chan<- int) {
			sendAll(c, *ops / *width)
			wg.Done()
		}(c)
	}
	receive := receivers[*width]
	go func() {
		for i := 0; i < *ops / *width * *width; i++ {
			receive(cs)
		}
		wg.Done()
	}()
	wg.Wait()
}

func selectOver() {
	cs := channels(*width)
	wg := join(2)
	go func() {
		for i := 0; i < *ops; i++ {
			cs[i%*width] <- 1
		}
		wg.Done()
	}()
	receive := receivers[*width]
	go func() {
		for i := 0; i < *ops; i++ {
			receive(cs)
		}
		wg.Done()
	}()
	wg.Wait()
}

func selectDefault() {
	c := make(chan int, *capacity)
	for i := 0; i < *ops; i++ {
		select {
		case <-c:
			panic("nobody sends")
		default:
		}
	}
}

// receivers select over as many channels as their key says. Go has no select over a slice but the slow one of package
// reflect, so they are written out in arms.go.
var receivers = map[int]func(cs []chan int) int{
	2:  receive2,
	4:  receive4,
	8:  receive8,
	16: receive16,
	32: receive32,
	64: receive64,
}
