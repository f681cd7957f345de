package io.pipecast.model.closing;

import io.pipecast.model.features.Norms;

/**
 * What is learned of closings besides their chance.
 *
 * @param stallLimits quantile of won deals' business days in each stage; NaN where they were too
 *     few
 * @param amountRatio won amount ÷ amount entered before the closing
 * @param newBusiness wins from deals not created yet
 * @param uncertainty of landings, beyond the chances of single deals
 * @param curve when in a period things are won
 * @param alertLimits what won deals teach about how much is too much
 * @param norms what won deals were like in each stage
 */
@SuppressWarnings("ArrayRecordComponent") // plain data that nobody compares
public record ClosingTables(
        double[] stallLimits,
        double amountRatio,
        NewBusiness newBusiness,
        Uncertainty uncertainty,
        PeriodCurve curve,
        AlertLimits alertLimits,
        Norms norms) {
    /**
     * The same with nothing known of landings' uncertainty and course, alerts' limits and norms.
     */
    public ClosingTables(double[] stallLimits, double amountRatio, NewBusiness newBusiness) {
        this(
                stallLimits,
                amountRatio,
                newBusiness,
                Uncertainty.NONE,
                PeriodCurve.NONE,
                AlertLimits.NONE,
                Norms.NONE);
    }

    /** The same with another uncertainty. */
    public ClosingTables with(Uncertainty of) {
        return new ClosingTables(
                stallLimits, amountRatio, newBusiness, of, curve, alertLimits, norms);
    }

    /** The same with another curve. */
    public ClosingTables with(PeriodCurve of) {
        return new ClosingTables(
                stallLimits, amountRatio, newBusiness, uncertainty, of, alertLimits, norms);
    }

    /** The same with other limits of alerts. */
    public ClosingTables with(AlertLimits limits) {
        return new ClosingTables(
                stallLimits, amountRatio, newBusiness, uncertainty, curve, limits, norms);
    }

    /** The same with other norms. */
    public ClosingTables with(Norms of) {
        return new ClosingTables(
                stallLimits, amountRatio, newBusiness, uncertainty, curve, alertLimits, of);
    }
}
