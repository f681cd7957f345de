package io.pipecast.domain.alert.quality;

/**
 * What an alert is to warn of: a deal was lost, or its close date moved out of its period.
 *
 * @param opportunityId the deal
 * @param at epoch milliseconds
 * @param lost false when it slipped
 * @param amount corporate minor units before it happened; 0 when not known
 */
public record BadEvent(String opportunityId, long at, boolean lost, long amount) {}
