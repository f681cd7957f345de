package io.pipecast.model.closing;

/**
 * What is learned of closings besides their chance.
 *
 * @param stallLimits quantile of won deals' business days in each stage; NaN where they were too
 *     few
 * @param amountRatio won amount ÷ amount entered before the closing
 * @param newBusiness wins from deals not created yet
 */
@SuppressWarnings("ArrayRecordComponent") // plain data that nobody compares
public record ClosingTables(double[] stallLimits, double amountRatio, NewBusiness newBusiness) {}
