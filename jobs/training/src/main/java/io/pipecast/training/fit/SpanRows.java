package io.pipecast.training.fit;

import io.pipecast.model.scoring.DealEffects;
import io.pipecast.training.rows.End;
import io.pipecast.training.rows.Row;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The rows that tell of a span of days ahead: open when it begins, and long enough ago that its end
 * lies before the cut, whether they ended or not.
 */
final class SpanRows {
    static final int OPEN = 0;
    static final int WON = 1;
    static final int LOST = 2;

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

    /** Rows of a span of days, of which the end is known before a cut. */
    static SpanRows of(RowOdds data, Span span, int cutDay) {
        int[] rows =
                IntStream.range(0, data.rows().length)
                        .filter(i -> tells(data.rows()[i], span, cutDay))
                        .toArray();
        byte[] became = new byte[rows.length];
        double[][] odds = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            became[i] = became(data.rows()[rows[i]], span);
            odds[i] = odds(data.won()[rows[i]], data.lost()[rows[i]], span);
        }
        return new SpanRows(rows, became, odds);
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
        int day = Row.day(row);
        if (day + span.endDay() > cutDay) {
            return false;
        }
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
        return (byte) (end == End.WON ? WON : LOST);
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
