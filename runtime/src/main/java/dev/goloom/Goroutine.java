package dev.goloom;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that may be launched as a goroutine: Go's {@code go f(x)}.
 *
 * <p>For a method {@code f} of a class {@code Boring} the annotation processor writes a launcher of the same name and
 * parameters into the companion class {@code BoringGo}, so that {@code go.f(x)} evaluates the arguments, starts the
 * method on a virtual thread of its own and returns at once. An instance method is launched with {@code go(self).f(x)}. The
 * companion of a nested class {@code Outer.Inner} is {@code Outer_InnerGo}.
 *
 * <p>A method that returns a value of type {@code R} gets two launchers:
 * <ul>
 *   <li>{@code RecvChan<R> f(args)} returns a fresh channel of capacity 1. It delivers the value and is then closed; a
 *       {@code null} result just closes it; whatever the method throws fails it.
 *   <li>{@code void f(args, SendChan<? super R> out)} sends the value on {@code out}, Go's
 *       {@code go func() { out <- f(args) }()}. It never closes {@code out}; an exception or a {@code null} result is a
 *       panic.
 * </ul>
 *
 * <p>On a static {@code void main()} or {@code main(String[])} it marks the main goroutine: the companion gets the
 * {@code main} that the JVM starts, and the program ends when the method returns, whoever else is still running, with exit
 * status 0. A panic, an exception that leaves a goroutine, ends it with a report on standard error and exit status 2; so does a
 * deadlock, when every goroutine is blocked for good. Only the {@link java.util.concurrent.CancellationException} by which the
 * runtime itself ends a goroutine that was interrupted or whose channel was cancelled is no panic. As in Go a panic comes
 * first whose {@code finally} blocks told main to go on: once main has used a channel or a wait group, a goroutine that was
 * started before and is running then, not blocked, has up to a tenth of a second to end or to block. A goroutine that has
 * not begun when the program ends begins only if shutdown hooks take more than two seconds: they may be waiting for it.
 *
 * <p>The method may be neither private nor in a private class; it may throw anything. A subclass whose own methods are
 * annotated has in its companion the launchers of the instance methods that it inherits, as far as its package may call them;
 * for any other the companion of the superclass serves, {@code SuperGo.go(self)}. Annotations on the methods of local and
 * anonymous classes are not seen.
 *
 * @see Generator
 * @see <a href="https://go.dev/ref/spec#Go_statements">Go statements</a>
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Goroutine {}
