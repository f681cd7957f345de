package io.pipecast.training.backtest;

/**
 * How a deal ended, as CRMs count it.
 *
 * @param endedAt epoch milliseconds
 * @param won or lost
 * @param visitedStages bit per stage it was ever in, by stage index
 * @param lastOpenStage index of the stage it was in before it closed, −1 when it never was in one
 * @param team territory it counts in, or null for none
 */
public record ClosedDeal(
        long endedAt, boolean won, long visitedStages, int lastOpenStage, String team) {}
