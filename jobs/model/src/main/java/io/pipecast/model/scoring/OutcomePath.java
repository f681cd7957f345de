package io.pipecast.model.scoring;

import io.pipecast.model.features.DaysAhead;

/**
 * How one deal ends, by competing risks whose hazards are constant within a band of days ahead but
 * for the calendar: with rates w and l over a stretch, what ends in it is won with w ÷ (w + l).
 * Within a band, wins are spread by the calendar of winning. A reusable room for the computation;
 * winning, losing and staying open sum to 1 by construction, and winning grows with the time.
 */
final class OutcomePath {
    /** Rates of winning over each band. */
    final double[] won = new double[DaySums.BANDS];

    /** Rates of losing over each band. */
    final double[] lost = new double[DaySums.BANDS];

    private final double[] wonBefore = new double[DaySums.BANDS + 1];
    private final double[] openAt = new double[DaySums.BANDS + 1];
    private DaySums sums;
    private double from;
    private double firstRate;

    /** Fills in the rates of a cell. */
    void cell(HazardTables tables, int cell, int stageLevel, DaySums day) {
        double[] wonBase = tables.won().base();
        double[] lostBase = tables.lost().base();
        double wonLevel = tables.won().level()[stageLevel];
        double lostLevel = tables.lost().level()[stageLevel];
        int row = cell * DaySums.BANDS;
        for (int band = 0; band < DaySums.BANDS; band++) {
            won[band] = wonBase[row + band] * day.wonBand[band] * wonLevel;
            lost[band] = lostBase[row + band] * day.lostBand[band] * lostLevel;
        }
        sums = day;
    }

    /** Moves the rates by a share on the way to those of another cell of the same stage. */
    void towards(HazardTables tables, int cell, int stageLevel, double share) {
        double[] wonBase = tables.won().base();
        double[] lostBase = tables.lost().base();
        double wonLevel = tables.won().level()[stageLevel];
        double lostLevel = tables.lost().level()[stageLevel];
        int row = cell * DaySums.BANDS;
        for (int band = 0; band < DaySums.BANDS; band++) {
            double toWin = wonBase[row + band] * sums.wonBand[band] * wonLevel;
            double toLose = lostBase[row + band] * sums.lostBand[band] * lostLevel;
            won[band] += share * (toWin - won[band]);
            lost[band] += share * (toLose - lost[band]);
        }
    }

    /**
     * Walks the bands.
     *
     * @param fraction of the first day that has passed
     */
    void walk(double fraction) {
        from = fraction;
        double open = 1;
        double sum = 0;
        for (int band = 0; band < DaySums.BANDS; band++) {
            openAt[band] = open;
            wonBefore[band] = sum;
            double w = won[band];
            double l = lost[band];
            if (band == 0 && fraction > 0) {
                w *= sums.wonShare(0, fraction, DaySums.end(0));
                l *= sums.lostShare(0, fraction, DaySums.end(0));
            }
            firstRate = band == 0 ? w + l : firstRate;
            double ends = open * endingShare(w + l);
            sum += w == 0 ? 0 : ends * w / (w + l);
            open -= ends;
        }
        openAt[DaySums.BANDS] = open;
        wonBefore[DaySums.BANDS] = sum;
    }

    /** Chance to be won within {@code days} of the moment, for the {@code fraction} walked with. */
    double wonWithin(double days) {
        double end = from + days;
        if (end >= DaysAhead.LIMIT) {
            return Math.min(1, wonBefore[DaySums.BANDS]);
        }
        int band = DaysAhead.band((int) end);
        double whole = wonBefore[band + 1] - wonBefore[band];
        if (!(whole > 0)) {
            return Math.min(1, wonBefore[band]);
        }
        double begin = band == 0 ? from : DaySums.STARTS[band];
        double share =
                sums.wonShare(band, begin, end) / sums.wonShare(band, begin, DaySums.end(band));
        double rate = band == 0 ? firstRate : won[band] + lost[band];
        double part = whole * endingShare(rate * share) / endingShare(rate);
        return Math.min(1, wonBefore[band] + part);
    }

    /**
     * Chance to be lost within {@code days} of the moment: what has ended by then and is not won.
     */
    double lostWithin(double days) {
        double end = from + days;
        if (end >= DaysAhead.LIMIT) {
            return Math.max(0, 1 - openAt[DaySums.BANDS] - wonBefore[DaySums.BANDS]);
        }
        int band = DaysAhead.band((int) end);
        double begin = band == 0 ? from : DaySums.STARTS[band];
        double rate =
                won[band] * sums.wonShare(band, begin, end)
                        + lost[band] * sums.lostShare(band, begin, end);
        double ended = 1 - openAt[band] * (1 - endingShare(rate));
        return Math.max(0, ended - wonWithin(days));
    }

    /** 1 − e^−rate; by its series where that is exact to 1e-9, as it nearly always is. */
    private static double endingShare(double rate) {
        return rate < 0.01
                ? rate * (1 - rate / 2 * (1 - rate / 3 * (1 - rate / 4)))
                : 1 - Math.exp(-rate);
    }
}
