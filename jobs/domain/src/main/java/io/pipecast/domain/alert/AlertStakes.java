package io.pipecast.domain.alert;

/**
 * What is at stake in the deal of an alert, as of a statement about it.
 *
 * @param territory of the deal, or null
 * @param nextStep as entered in the CRM, or null
 * @param chance to be won ever, 0 to 1, or NaN
 * @param risk chance to be lost or to leave its period within {@link Outlook#RISK_DAYS} days, 0 to
 *     1, or NaN
 * @param importance see {@link Importance}; NaN when nothing is at stake any more
 * @param why one line on why it matters, or null
 */
public record AlertStakes(
        String territory,
        String nextStep,
        double chance,
        double risk,
        double importance,
        String why) {
    /** Nothing is at stake. */
    public static final AlertStakes NONE =
            new AlertStakes(null, null, Double.NaN, Double.NaN, Double.NaN, null);

    /** The same without what the model thinks of the deal. */
    public AlertStakes withoutChances() {
        return new AlertStakes(territory, nextStep, Double.NaN, Double.NaN, Double.NaN, null);
    }
}
