package io.pipecast.training.fit;

import io.pipecast.model.features.DaysAhead;
import io.pipecast.training.smile.LogisticFit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The linear models of the spans learned so far, and what they say together of the days ahead of a
 * row. A farther span learns from that: of a deal that is still open a week later, what its week
 * after brings is not what it happened to bring, but what deals such as it then is are said to meet
 * (temporal consistency; Maystre and Russo 2022). Rows of one deal have one end and tell it over
 * and over; what is said of them a week later uses the ends of all deals, and is known a week
 * sooner.
 */
final class NearerSpans {
    private static final int[] STARTS = DaysAhead.starts();

    private final EffectData data;
    private final double[][] values;
    private final List<LogisticFit[]> fits = new ArrayList<>();

    /** Nothing learned yet. */
    NearerSpans(EffectData data, double[][] values) {
        this.data = data;
        this.values = values;
    }

    /** Adds the models of the next span, of winning and of losing. */
    void add(LogisticFit[] fit) {
        fits.add(fit);
    }

    /** Models by span × way to end. */
    LogisticFit[] models() {
        return fits.stream().flatMap(Arrays::stream).toArray(LogisticFit[]::new);
    }

    /**
     * Days after which a row of the span is asked anew: from then on nearer spans cover the rest.
     */
    int askedAfter(Span span) {
        int covered = 0;
        for (int i = 0; i < fits.size(); i++) {
            int end = Span.of(i).endDay();
            covered = end <= span.endDay() - span.startDay() ? end : covered;
        }
        return span.endDay() - covered;
    }

    /** Chances that a row's deal is won, and that it is lost, within a number of days. */
    double[] within(int row, int days) {
        double[] ends = new double[2];
        double open = 1;
        for (int i = 0; i < fits.size() && Span.of(i).startDay() < days; i++) {
            double[] rates = rates(row, i, days);
            double all = rates[0] + rates[1];
            double ended = open * -Math.expm1(-all);
            for (int way = 0; way < ends.length; way++) {
                ends[way] += all > 0 ? ended * rates[way] / all : 0;
            }
            open -= ended;
        }
        return ends;
    }

    /** Hazards of winning and of losing in the part of a span that lies within a number of days. */
    private double[] rates(int row, int i, int days) {
        Span span = Span.of(i);
        double[] won = data.odds.won()[row];
        double[] lost = data.odds.lost()[row];
        double[] x = EffectsFit.withOdds(values[row], SpanRows.odds(won, lost, span));
        double toWin = Math.exp(fits.get(i)[0].score(x));
        double toLose = Math.exp(fits.get(i)[1].score(x));
        double all = Math.log1p(toWin + toLose) / (toWin + toLose);
        return new double[] {
            all * toWin * share(won, span, days), all * toLose * share(lost, span, days)
        };
    }

    /** Share of the hazards of a span before a day. */
    private static double share(double[] rates, Span span, int days) {
        if (days >= span.endDay()) {
            return 1;
        }
        double before = 0;
        double all = 0;
        for (int band = span.firstBand(); band < span.endBand(); band++) {
            double length = STARTS[band + 1] - STARTS[band];
            double part = Math.max(0, Math.min(1, (days - STARTS[band]) / length));
            before += part * rates[band];
            all += rates[band];
        }
        return all > 0 ? before / all : 0;
    }
}
