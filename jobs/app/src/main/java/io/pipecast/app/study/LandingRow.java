package io.pipecast.app.study;

/**
 * A forecast of a node's landing and what came of it, US cents.
 *
 * @param seed company
 * @param quarter number of the judged quarter, from 0
 * @param level where the node stands
 * @param node node id
 * @param day days of the quarter that have passed
 * @param length days of the quarter
 * @param elapsed share of the quarter's working days that have passed
 * @param weekly whether the midnight counts for coverage; others are for the errors at one and two
 *     thirds
 * @param actual what was booked once the quarter was locked
 * @param closed what was booked at that midnight
 * @param trueOdds the mean if each open deal had its true odds and new deals came as forecast; NaN
 *     where the odds were not asked for and below the company
 * @param stageWeighted closed plus open amounts times the stages' configured probabilities
 */
record LandingRow(
        long seed,
        int quarter,
        Level level,
        String node,
        int day,
        int length,
        double elapsed,
        boolean weekly,
        long actual,
        long closed,
        long p10,
        long p50,
        long p90,
        long mean,
        long fromOpen,
        long fromNew,
        double trueOdds,
        long stageWeighted) {
    /** Where a node stands. */
    enum Level {
        REP,
        MANAGER,
        TERRITORY,
        COMPANY
    }

    /** Third of the quarter, 0 to 2. */
    int third() {
        return Math.min(2, day * 3 / length);
    }

    /** Whether the midnight is the one after so many thirds of the quarter. */
    boolean isAfterThirds(int thirds) {
        return day == (length * thirds + 2) / 3;
    }

    /** Company and quarter: what is independent of others. */
    String cluster() {
        return seed + "/" + quarter;
    }

    /** Whether the landing lay between P10 and P90, both included. */
    boolean covered() {
        return actual >= p10 && actual <= p90;
    }

    /**
     * The chance the forecast itself gives to its interval: 80 %, and more where P10 is what is
     * closed already, because nothing can land below.
     */
    double stated() {
        return (p90 <= closed ? 1 : 0.9) - (p10 <= closed ? 0 : 0.1);
    }

    /** The landing if the rest of the quarter goes like the part that has passed. */
    double runRate() {
        return elapsed <= 0 ? closed : closed / elapsed;
    }
}
