package io.pipecast.training.fit;

import io.pipecast.domain.calendar.DayClock;
import io.pipecast.model.features.TimeInStage;
import io.pipecast.training.backtest.ProbabilityScores;
import io.pipecast.training.rows.End;
import io.pipecast.training.rows.Row;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Rows later than what judged models were learned from, and the scores these gave them. */
final class Judged {
    /** Where scores come from: base rate, hazards, linear model and trees. */
    static final int BASE = 0;

    static final int TABLE = 1;
    static final int LINEAR = 2;
    static final int TREES = 3;
    static final int SOURCES = 4;

    /** Rows a calibration's prior weighs as much as at least; deals speak many times. */
    private static final double PRIOR_ROWS = 300;

    /** Days judged that it weighs as much as: what a week has in common is no fault of a model. */
    private static final double PRIOR_DAYS = 28;

    private final int cutDay;
    private final List<Long> rows = new ArrayList<>();
    private final List<double[][][]> scores = new ArrayList<>();
    private final List<Integer> origins = new ArrayList<>();
    private final BitSet days = new BitSet();

    /** Rows whose ends are known before a cut. */
    Judged(int cutDay) {
        this.cutDay = cutDay;
    }

    /**
     * Takes in a row.
     *
     * @param origin day before which what judges it was learned
     * @param said by span × source × way to end
     */
    void add(int origin, long row, double[][][] said) {
        origins.add(origin);
        days.set(Row.day(row) - DayClock.FIRST_DAY);
        rows.add(row);
        scores.add(said);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Calibrations of a candidate by span × way to end; none where nothing is known. */
    Calibration[] calibrations(Candidate candidate) {
        Calibration[] all = new Calibration[2 * Span.MOST];
        for (int i = 0; i < all.length; i++) {
            all[i] = calibration(candidate, i / 2, 1 + i % 2);
        }
        return all;
    }

    private Calibration calibration(Candidate candidate, int span, int way) {
        List<Double> stated = new ArrayList<>();
        List<Boolean> came = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            int became = became(i, span);
            if (became == SpanRows.OPEN || became == way) {
                stated.add(candidate.score(scores.get(i)[span], way));
                came.add(became == way);
            }
        }
        double[] x = stated.stream().mapToDouble(d -> d).toArray();
        boolean[] y = new boolean[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = came.get(i);
        }
        return x.length == 0
                ? Calibration.NONE
                : Calibration.of(x, y, PRIOR_ROWS, PRIOR_DAYS / days.cardinality());
    }

    /** What became of a row in a span, −1 where it does not tell. */
    private int became(int i, int span) {
        Span asked = Span.of(span);
        return SpanRows.tells(rows.get(i), asked, cutDay)
                ? SpanRows.became(rows.get(i), asked)
                : -1;
    }

    /** What a candidate lost on the rows. */
    FormLosses losses(Candidate candidate, Calibration[] calibrations) {
        List<Integer> apart = origins.stream().distinct().toList();
        double[][] losses = new double[apart.size()][Row.LOTS];
        for (int i = 0; i < rows.size(); i++) {
            double[] ofOrigin = losses[apart.indexOf(origins.get(i))];
            for (int span = 0; span < Span.MOST; span++) {
                int became = became(i, span);
                if (became >= 0) {
                    double[] p = chances(candidate, calibrations, i, span);
                    ofOrigin[Row.lot(rows.get(i))] -= Math.log(Math.max(1e-9, p[became]));
                }
            }
        }
        return new FormLosses(losses);
    }

    /** Number of rows × spans judged. */
    long told() {
        long told = 0;
        for (int i = 0; i < rows.size(); i++) {
            for (int span = 0; span < Span.MOST; span++) {
                told += became(i, span) >= 0 ? 1 : 0;
            }
        }
        return told;
    }

    private double[] chances(Candidate candidate, Calibration[] by, int i, int span) {
        double[][] said = scores.get(i)[span];
        double won = Math.exp(by[2 * span].of(candidate.score(said, SpanRows.WON)));
        double lost = Math.exp(by[2 * span + 1].of(candidate.score(said, SpanRows.LOST)));
        double all = 1 + won + lost;
        return new double[] {1 / all, won / all, lost / all};
    }

    /** How good 'won within 14 days' was at midnights whose 14 days have passed. */
    ProbabilityScores within14(Candidate candidate, Calibration[] calibrations) {
        List<double[]> stated = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            long row = rows.get(i);
            if (Row.day(row) + Judgement.DAYS <= cutDay
                    && Row.timeBand(row) != TimeInStage.JUST_ENTERED) {
                double[] first = chances(candidate, calibrations, i, 0);
                double[] second = chances(candidate, calibrations, i, 1);
                double p = first[SpanRows.WON] + first[SpanRows.OPEN] * second[SpanRows.WON];
                boolean came = Row.end(row) == End.WON && Row.daysToEnd(row) < Judgement.DAYS;
                stated.add(new double[] {p, came ? 1 : 0});
            }
        }
        boolean[] came = new boolean[stated.size()];
        for (int i = 0; i < came.length; i++) {
            came[i] = stated.get(i)[1] > 0;
        }
        return ProbabilityScores.of(stated.stream().mapToDouble(s -> s[0]).toArray(), came);
    }
}
