package dev.goloom;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that produces a stream of values on its last parameter, a {@link SendChan}: the pattern "a function
 * that returns a channel" of Go.
 *
 * <p>For {@code @Generator static void boring(String msg, SendChan<String> c)} the annotation processor writes a
 * launcher {@code RecvChan<String> boring(String msg)} into the companion class. It makes the channel, starts the
 * method on a virtual thread of its own and returns the receiving end at once. The channel is closed when the method
 * returns, unless the method has closed it, and fails when it throws, so that cut-off data never looks complete: with what was
 * thrown, or, if that is a failure received from upstream, with its cause. An exception after the method has closed the channel
 * is a panic. A consumer that walks away needs to do
 * nothing: once its end is unreachable, or when it calls {@link RecvChan#cancel()}, the producer is interrupted and its
 * pending and later sends throw {@link java.util.concurrent.CancellationException}. A method that has left its loop over the
 * values by {@code break} may keep them reachable until it returns, as long as the JVM interprets it: where it goes on to
 * wait for the producer, it calls {@code cancel()}, or has the loop in a method of its own.
 *
 * @see Goroutine
 * @see <a href="https://go.dev/talks/2012/concurrency.slide#25">Go Concurrency Patterns: Generator</a>
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Generator {
    /**
     * The capacity of the generated channel, in elements; 0, the default, is an unbuffered channel.
     *
     * @return the capacity, 0 or more
     */
    int buffer() default 0;
}
