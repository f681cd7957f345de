package io.pipecast.simulator.truth;

import java.util.List;

/** Somebody who is told what no forecaster may know. */
public interface Witness {
    /** A witness who does not listen. */
    Witness NONE = new Witness() {};

    /** A deal has ended for good. */
    default void ended(DealTruth deal) {}

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
    }
}
