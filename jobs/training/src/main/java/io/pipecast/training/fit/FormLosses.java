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
     * @param errors standard errors, over lots of deals, by which its gain must be above 0, and one
     *     from an origin too little to speak against it
     * @param share of the loss before that it must gain. Forms that say nearly the same differ by
     *     next to nothing on all lots alike, which many standard errors then confirm.
     * @param atWorst the same from each origin. What deals of a season have in common is in all
     *     lots alike, so that no number of them tells a law from a season.
     */
    record Margin(double errors, double share, double atWorst) {}

    /** Whether these losses are that much less than others of the same rows. */
    boolean areBelow(FormLosses before, Margin margin) {
        Gain all = Gain.of(before.byLot(), byLot());
        if (all.mean <= margin.errors * all.error || all.mean <= margin.share * all.before) {
            return false;
        }
        for (int origin = 0; origin < byOrigin.length; origin++) {
            Gain gain = Gain.of(before.byOrigin[origin], byOrigin[origin]);
            if (gain.mean + margin.errors * gain.error < margin.atWorst * gain.before) {
                return false;
            }
        }
        return true;
    }

    /**
     * What is lost less, a lot on average.
     *
     * @param error standard error of the mean
     * @param before mean loss before
     */
    private record Gain(double mean, double error, double before) {
        static Gain of(double[] before, double[] after) {
            int lots = before.length;
            double mean = (sum(before) - sum(after)) / lots;
            double square = 0;
            for (int lot = 0; lot < lots; lot++) {
                double off = before[lot] - after[lot] - mean;
                square += off * off;
            }
            return new Gain(mean, Math.sqrt(square / (lots - 1) / lots), sum(before) / lots);
        }
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
