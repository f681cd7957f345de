package io.pipecast.domain.alert;

/**
 * What the model in force says of an open deal at a fiscal midnight.
 *
 * @param ever chance to be won ever, millionths
 * @param inPeriod chance to be won before the current period ends, millionths
 * @param model sequence of the model; chances of another one are no change of the deal
 * @param trained whether it was learned
 */
public record Odds(int ever, int inPeriod, long model, boolean trained) {}
