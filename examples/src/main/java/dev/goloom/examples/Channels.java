package dev.goloom.examples;

import static dev.goloom.Go.*;
import static dev.goloom.examples.ChannelsGo.go;

import dev.goloom.Chan;
import dev.goloom.Goroutine;
import dev.goloom.Received;
import dev.goloom.RecvChan;
import dev.goloom.SendChan;

/** Channels: declaring, initialising, sending and receiving, in each way of writing it. Slide "Channels". */
class Channels {
    @Goroutine
    static void main() {
        // Declaring: a channel variable that holds no channel yet.
        Chan<Integer> c;
        // Initialising.
        c = make();
        IO.println("unbuffered: len " + c.len() + ", cap " + c.cap());
        // Both at once; the element type is static.
        Chan<String> words = make(2);
        IO.println("buffered: len " + words.len() + ", cap " + words.cap());

        // Sending and receiving: c <- 1 and value = <-c.
        go.one(c);
        int value = c.recv();
        IO.println("recv: " + value);

        words.send("a");
        words.send("b");
        IO.println("send: len " + words.len());
        IO.println("trySend on a full channel: " + words.trySend("c"));
        Received<String> received = words.recvOk();
        IO.println("recvOk: " + received.value() + ", " + received.ok());
        IO.println("tryRecv: " + words.tryRecv().orElse("nothing"));
        IO.println("tryRecv on an empty channel: " + words.tryRecv().orElse("nothing"));
        var s = recv(words);
        IO.println("select with a default: case " + select(s, DEFAULT));

        // The two ends: chan<- string and <-chan string.
        SendChan<String> in = words;
        RecvChan<String> out = words;
        in.send("c");
        in.send("d");
        in.close();
        for (String word : out) {
            IO.println("range: " + word);
        }
        IO.println("recv on a closed channel: " + out.recv());
        IO.println("recvOk on a closed channel: " + out.recvOk().ok());

        // The nil channel is never ready.
        c = Chan.nil();
        IO.println("nil: case " + select(recv(c), DEFAULT));
    }

    @Goroutine
    static void one(SendChan<Integer> c) {
        c.send(1);
    }
}
