package io.pipecast.training.fit;

import io.pipecast.model.scoring.DealEffects;
import io.pipecast.training.rows.End;
import io.pipecast.training.rows.Row;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The rows that tell of a span of days ahead: open when it begins, and long enough ago that its end
 * lies before the cut, whether they ended or not, or that nearer spans know the rest.
 */
final class SpanRows {
    static final byte OPEN = 0;
    static final byte WON = 1;
    static final byte LOST = 2;
    private static final byte UNTOLD = -1;

    /** Days of known ends from which days ahead are learned from these alone. */
    private static final int LONG = 180;

    /** Multiples of it fall evenly between whole numbers, any few that follow each other. */
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /** Indexes into the data. */
    final int[] rows;

    /** What became of each in the span. */
    final byte[] became;

    /** By row: logarithms of the odds to win and to lose against staying open, by the hazards. */
    final double[][] odds;

    private SpanRows(int[] rows, byte[] became, double[][] odds) {
        this.rows = rows;
        this.became = became;
        this.odds = odds;
    }

    /**
     * Rows of a span of days. In a short log those still open when nearer spans know the rest
     * become what these say of the deal then, each end as often as it is likely; others become what
     * became of them before a cut.
     */
    static SpanRows of(EffectData data, Span span, int cutDay, NearerSpans nearer) {
        RowOdds all = data.odds;
        byte[] became = new byte[all.rows().length];
        boolean isShort = isShort(data.firstDay(), span.endDay(), cutDay);
        int asked = isShort ? data.keptAfter(nearer.askedAfter(span)) : span.endDay();
        for (int i = 0; i < became.length; i++) {
            long row = all.rows()[i];
            // whether a row takes part must not depend on what became of it
            boolean anew = asked < span.endDay() && Row.day(row) + asked < cutDay;
            boolean ended = !isOpenAfter(row, asked);
            int later = anew && !ended ? data.later(i, asked) : -1;
            if (later >= 0) {
                became[i] = drawn(nearer.within(later, span.endDay() - asked), i);
            } else if (anew && ended ? belongs(row, span) : tells(row, span, cutDay)) {
                became[i] = became(row, span);
            } else {
                became[i] = UNTOLD;
            }
        }
        int[] rows = IntStream.range(0, became.length).filter(i -> became[i] != UNTOLD).toArray();
        byte[] told = new byte[rows.length];
        double[][] odds = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            told[i] = became[rows[i]];
            odds[i] = odds(all.won()[rows[i]], all.lost()[rows[i]], span);
        }
        return new SpanRows(rows, told, odds);
    }

    /**
     * Whether a log tells too little of days ahead to learn them from known ends alone.
     *
     * @param firstDay first day of known ends
     * @param endDay first day ahead that is not asked for
     */
    static boolean isShort(int firstDay, int endDay, int cutDay) {
        return cutDay - endDay - firstDay < LONG;
    }

    private static boolean isOpenAfter(long row, int days) {
        return Row.end(row) == End.NONE || Row.daysToEnd(row) >= days;
    }

    /** Rows follow each other by deal, so that every deal's have their share of each end. */
    private static byte drawn(double[] ends, int row) {
        double drawn = row * GOLDEN % 1;
        return drawn < ends[0] ? WON : drawn < ends[0] + ends[1] ? LOST : OPEN;
    }

    /** Logarithms of the odds to win and to lose in a span, by rates of all bands. */
    static double[] odds(double[] won, double[] lost, Span span) {
        double toWin = sum(won, span);
        double toLose = sum(lost, span);
        return new double[] {
            DealEffects.oddsOf(toWin, toWin + toLose), DealEffects.oddsOf(toLose, toWin + toLose)
        };
    }

    /** Whether a row tells of a span whose end is known before a cut. */
    static boolean tells(long row, Span span, int cutDay) {
        return Row.day(row) + span.endDay() <= cutDay && belongs(row, span);
    }

    /** Whether a deal was open when the span began and did not disappear in it. */
    private static boolean belongs(long row, Span span) {
        End end = Row.end(row);
        return end == End.NONE
                || Row.daysToEnd(row) >= span.startDay()
                        && !(end == End.REMOVED && Row.daysToEnd(row) < span.endDay());
    }

    static byte became(long row, Span span) {
        End end = Row.end(row);
        if (end == End.NONE || Row.daysToEnd(row) >= span.endDay()) {
            return OPEN;
        }
        return end == End.WON ? WON : LOST;
    }

    private static double sum(double[] rates, Span span) {
        double sum = 0;
        for (int band = span.firstBand(); band < span.endBand(); band++) {
            sum += rates[band];
        }
        return sum;
    }

    int size() {
        return rows.length;
    }

    /** Rows that became something. */
    long count(int what) {
        return IntStream.range(0, became.length).filter(i -> became[i] == what).count();
    }

    /** Positions of the rows that stayed open or ended one way. */
    int[] against(int way) {
        return IntStream.range(0, rows.length)
                .filter(i -> became[i] == OPEN || became[i] == way)
                .toArray();
    }

    /** For the rows at positions, 1 where they ended one way. */
    int[] is(int[] positions, int way) {
        return Arrays.stream(positions).map(i -> became[i] == way ? 1 : 0).toArray();
    }
}
