package io.pipecast.simulator.truth;

import java.util.List;

/** Somebody who is told what no forecaster may know. */
public interface Witness {
    /** A witness who does not listen. */
    Witness NONE = new Witness() {};

    /** A deal has ended for good. */
    default void ended(DealTruth deal) {}

    /** A quarter that lies wholly in the log is over: what every node with wins has booked. */
    default void landed(List<LandingTruth> landings) {}

    /**
     * A day of the log begins.
     *
     * @param day epoch day
     * @param deals the open deals at its first instant
     */
    default void morning(int day, OpenDeals deals) {}

    /** The open deals of a moment; only good during the call that hands them over. */
    interface OpenDeals {
        /** The truth about each. */
        List<DealTruth> truths();

        /** The odds of each from a number of lives; costly. */
        List<Odds> odds(int samples);

        /**
         * The odds of each from a number of lives that end with a day; chances that look further
         * are NaN.
         *
         * @param until first epoch day not lived any more
         */
        List<Odds> odds(int samples, int until);
    }
}
