package io.pipecast.model.closing;

/**
 * What is learned of closings besides their chance.
 *
 * @param stallLimits quantile of won deals' business days in each stage; NaN where they were too
 *     few
 * @param amountRatio won amount ÷ amount entered before the closing
 * @param newBusiness wins from deals not created yet
 * @param uncertainty of landings, beyond the chances of single deals
 */
@SuppressWarnings("ArrayRecordComponent") // plain data that nobody compares
public record ClosingTables(
        double[] stallLimits,
        double amountRatio,
        NewBusiness newBusiness,
        Uncertainty uncertainty) {
    /** The same with nothing known of the landings' uncertainty. */
    public ClosingTables(double[] stallLimits, double amountRatio, NewBusiness newBusiness) {
        this(stallLimits, amountRatio, newBusiness, Uncertainty.NONE);
    }

    /** The same with another uncertainty. */
    public ClosingTables with(Uncertainty of) {
        return new ClosingTables(stallLimits, amountRatio, newBusiness, of);
    }
}
