package io.pipecast.streaming.operators;

import io.pipecast.codec.output.ModelHealth;
import io.pipecast.model.calibration.Calibration;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known of one measure of one model on one day, as an array of integers for state: given,
 * judged, came true and sum of chances by bin, then sums of losses, then periods below, inside and
 * above their band, and their errors.
 */
final class DaySums {
    private static final int BINS = Calibration.BINS;
    private static final int JUDGED = BINS;
    private static final int CAME = 2 * BINS;
    private static final int CHANCES = 3 * BINS;
    private static final int SQUARES = 4 * BINS;
    private static final int LOGS = SQUARES + 1;
    private static final int BELOW = SQUARES + 2;
    private static final int INSIDE = SQUARES + 3;
    private static final int ABOVE = SQUARES + 4;
    private static final int ERRORS = SQUARES + 5;
    private static final int MEASURED = SQUARES + 6;
    private static final double MILLION = 1_000_000;

    /** Numbers of a day. */
    static final int LENGTH = SQUARES + 7;

    private DaySums() {}

    /** Adds a forecast or judgement to its day. */
    static void add(long[] day, Judgement judgement) {
        int chance = judgement.amount();
        switch (judgement.kind()) {
            case GIVEN -> day[Calibration.bin(chance)]++;
            case CAME -> judged(day, chance, true);
            case MISSED -> judged(day, chance, false);
            case BELOW -> period(day, BELOW, chance);
            case INSIDE -> period(day, INSIDE, chance);
            case ABOVE -> period(day, ABOVE, chance);
        }
    }

    private static void judged(long[] day, int chance, boolean came) {
        int bin = Calibration.bin(chance);
        day[JUDGED + bin]++;
        day[CAME + bin] += came ? 1 : 0;
        day[CHANCES + bin] += chance;
        day[SQUARES] += Calibration.square(chance, came);
        day[LOGS] += Calibration.logLoss(chance, came);
    }

    private static void period(long[] day, int slot, int error) {
        day[slot]++;
        if (error != Judgement.NONE) {
            day[ERRORS] += error;
            day[MEASURED]++;
        }
    }

    /** Adds a day to a sum of days. */
    static void add(long[] sum, long[] day) {
        for (int i = 0; i < LENGTH; i++) {
            sum[i] += day[i];
        }
    }

    /** Calibration of a sum of days. */
    static Calibration calibration(long[] sum) {
        Calibration calibration = new Calibration();
        for (int bin = 0; bin < BINS; bin++) {
            calibration.given(bin, sum[bin]);
            calibration.judged(bin, sum[JUDGED + bin], sum[CAME + bin], sum[CHANCES + bin]);
        }
        calibration.losses(sum[SQUARES], sum[LOGS]);
        return calibration;
    }

    /**
     * The published row of a window.
     *
     * @param about any judgement of the measure
     * @param drift of the chances given, or NaN
     */
    static ModelHealth health(
            Judgement about, long version, int asOf, int fromDay, long[] sum, double drift) {
        Calibration deals = calibration(sum);
        long periods = sum[BELOW] + sum[INSIDE] + sum[ABOVE];
        boolean ofPeriods = about.measure().startsWith(ModelHealth.PERIOD);
        return new ModelHealth(
                about.modelVersion(),
                about.shadow(),
                about.measure(),
                version,
                asOf,
                fromDay,
                ofPeriods ? periods : deals.judged(),
                deals.won(),
                deals.given(),
                deals.brier(),
                deals.logLoss(),
                deals.auc(),
                deals.calibrationError(),
                drift,
                share(sum[INSIDE], periods),
                share(sum[BELOW], periods),
                share(sum[ABOVE], periods),
                sum[ERRORS] / MILLION / sum[MEASURED],
                ofPeriods || about.measure().startsWith(ModelHealth.FEATURE)
                        ? List.of()
                        : bins(deals));
    }

    /** A share, or NaN of nothing. */
    private static double share(long part, double whole) {
        return part / whole;
    }

    private static List<ModelHealth.Bin> bins(Calibration deals) {
        List<ModelHealth.Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            bins.add(
                    new ModelHealth.Bin(
                            Calibration.edge(bin),
                            Calibration.edge(bin + 1),
                            deals.judged(bin),
                            deals.won(bin),
                            deals.meanChance(bin),
                            deals.given(bin)));
        }
        return bins;
    }
}
