package io.pipecast.training.rows;

/**
 * A stretch of time for which somebody owned an open deal, epoch milliseconds.
 *
 * @param to Long.MAX_VALUE while it lasts
 */
public record Tenure(String owner, long from, long to) {}
