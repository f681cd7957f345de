package io.pipecast.training.fit;

import java.util.Arrays;

/**
 * What a form of model lost where it was judged: negative log-likelihoods of what became of deals.
 *
 * @param byOrigin sums by origin that it was judged from × lot of deals
 */
@SuppressWarnings("ArrayRecordComponent") // plain data that nobody compares
record FormLosses(double[][] byOrigin) {
    /**
     * How much better a form must be.
     *
     * @param errors standard errors, over lots of deals, by which its mean gain must be above 0
     * @param share of the loss before that it must gain. Forms that say nearly the same differ by
     *     next to nothing on all lots alike, which many standard errors then confirm.
     * @param atWorst the same from each origin. What deals of a season have in common is in all
     *     lots alike, so that no number of them tells a law from a season.
     */
    record Margin(double errors, double share, double atWorst) {}

    /** Whether these losses are that much less than others of the same rows. */
    boolean areBelow(FormLosses before, Margin margin) {
        double[] was = before.byLot();
        double[] is = byLot();
        double mean = (sum(was) - sum(is)) / is.length;
        double square = 0;
        for (int lot = 0; lot < is.length; lot++) {
            double off = was[lot] - is[lot] - mean;
            square += off * off;
        }
        double error = Math.sqrt(square / (is.length - 1) / is.length);
        return mean > margin.errors * error
                && mean > margin.share * sum(was) / is.length
                && leastGain(before) > margin.atWorst;
    }

    /** Share of the losses before that is gained, from the origin from which it is least. */
    private double leastGain(FormLosses before) {
        double least = Double.POSITIVE_INFINITY;
        for (int origin = 0; origin < byOrigin.length; origin++) {
            double was = sum(before.byOrigin[origin]);
            if (was > 0) {
                least = Math.min(least, 1 - sum(byOrigin[origin]) / was);
            }
        }
        return least;
    }

    private double[] byLot() {
        double[] lots = new double[byOrigin[0].length];
        for (double[] origin : byOrigin) {
            for (int lot = 0; lot < lots.length; lot++) {
                lots[lot] += origin[lot];
            }
        }
        return lots;
    }

    /** Of all origins and lots. */
    double sum() {
        return sum(byLot());
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }
}
