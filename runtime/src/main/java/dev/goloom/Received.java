package dev.goloom;

/**
 * What a receive of the form {@code v, ok := <-c} yields.
 *
 * @param <T> the channel's element type
 * @param value the element, or null when the channel is closed and drained
 * @param ok true if {@code value} was sent on the channel; false if the channel is closed and drained
 */
public record Received<T>(T value, boolean ok) {}
