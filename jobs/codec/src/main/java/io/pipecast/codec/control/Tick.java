package io.pipecast.codec.control;

/**
 * The clock, written in-band: all data before it was written earlier.
 *
 * @param at instant that has been reached, epoch milliseconds
 */
public record Tick(long at) {}
