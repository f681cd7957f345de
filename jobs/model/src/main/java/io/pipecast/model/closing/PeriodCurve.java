package io.pipecast.model.closing;

import java.util.Arrays;

/**
 * Which share of what a period brings is won by which share of its days, as models expected it of
 * past periods at their start. Immutable.
 */
public final class PeriodCurve {
    /** Nothing is known of when things are won. */
    public static final PeriodCurve NONE = new PeriodCurve(new double[0]);

    private final double[] wonBy;

    /**
     * A curve.
     *
     * @param wonBy share won by each of evenly spaced shares of the days, from 0 at the start to 1
     *     at the end; empty for {@link #NONE}
     * @throws IllegalArgumentException when it does not go from 0 to 1 without falling
     */
    public PeriodCurve(double[] wonBy) {
        int last = wonBy.length - 1;
        boolean rises = last != 0 && (last < 0 || wonBy[0] == 0 && wonBy[last] == 1);
        for (int i = 1; rises && i <= last; i++) {
            rises = wonBy[i] >= wonBy[i - 1];
        }
        if (!rises) {
            throw new IllegalArgumentException(
                    "a period's curve must go from 0 to 1 and never fall, was "
                            + Arrays.toString(wonBy));
        }
        this.wonBy = wonBy.clone();
    }

    /** Whether anything is known. */
    public boolean isKnown() {
        return wonBy.length > 0;
    }

    /** The share won by each of evenly spaced shares of the days. */
    public double[] wonBy() {
        return wonBy.clone();
    }

    /**
     * Share of a period's landing that is won by a share of its days, 0 to 1.
     *
     * @param elapsed share of the days that have passed, 0 to 1
     * @throws IllegalStateException when nothing is known
     */
    public double at(double elapsed) {
        if (!isKnown()) {
            throw new IllegalStateException("nothing is known of when things are won");
        }
        double place = Math.max(0, Math.min(1, elapsed)) * (wonBy.length - 1);
        int low = Math.min(wonBy.length - 2, (int) place);
        return wonBy[low] + (place - low) * (wonBy[low + 1] - wonBy[low]);
    }

    /**
     * Share of the days by which a share of the landing is won first.
     *
     * @param won 0 to 1
     * @throws IllegalStateException when nothing is known
     */
    public double when(double won) {
        if (!isKnown()) {
            throw new IllegalStateException("nothing is known of when things are won");
        }
        int last = wonBy.length - 1;
        for (int i = 1; i <= last; i++) {
            if (wonBy[i] >= won) {
                double part =
                        won <= wonBy[i - 1] ? 0 : (won - wonBy[i - 1]) / (wonBy[i] - wonBy[i - 1]);
                return (i - 1 + part) / last;
            }
        }
        return 1;
    }
}
