package io.pipecast.app.study;

/**
 * A forecast of an open deal, its true odds and what came of it. Arrays by {@link #HORIZONS}.
 *
 * @param seed company
 * @param quarter number of the judged quarter, from 0
 * @param deal opportunity id
 * @param day days of the quarter that have passed
 * @param amount entered amount, US cents; {@link io.pipecast.domain.forecast.Quantity#MISSING} for
 *     none
 * @param stated forecast probability
 * @param odds share of sampled lives won by the horizon
 * @param won whether it was
 */
@SuppressWarnings("ArrayRecordComponent") // plain data that nobody compares
record DealRow(
        long seed,
        int quarter,
        String deal,
        int day,
        long amount,
        double[] stated,
        double[] odds,
        boolean[] won) {
    /** Horizons judged, by their names in rows. */
    static final String[] HORIZONS = {"within14d", "within30d", "currentPeriod"};
}
