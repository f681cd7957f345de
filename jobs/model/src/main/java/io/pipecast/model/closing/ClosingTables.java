package io.pipecast.model.closing;

/**
 * What is learned of closings besides their chance.
 *
 * @param stallLimits quantile of won deals' business days in each stage; NaN where they were too
 *     few
 * @param amountRatio won amount ÷ amount entered before the closing
 * @param newBusiness wins from deals not created yet
 * @param uncertainty of landings, beyond the chances of single deals
 * @param alertLimits what won deals teach about how much is too much
 */
@SuppressWarnings("ArrayRecordComponent") // plain data that nobody compares
public record ClosingTables(
        double[] stallLimits,
        double amountRatio,
        NewBusiness newBusiness,
        Uncertainty uncertainty,
        AlertLimits alertLimits) {
    /** The same with nothing known of the landings' uncertainty and of alerts' limits. */
    public ClosingTables(double[] stallLimits, double amountRatio, NewBusiness newBusiness) {
        this(stallLimits, amountRatio, newBusiness, Uncertainty.NONE, AlertLimits.NONE);
    }

    /** The same with another uncertainty. */
    public ClosingTables with(Uncertainty of) {
        return new ClosingTables(stallLimits, amountRatio, newBusiness, of, alertLimits);
    }

    /** The same with other limits of alerts. */
    public ClosingTables with(AlertLimits limits) {
        return new ClosingTables(stallLimits, amountRatio, newBusiness, uncertainty, limits);
    }
}
