package io.pipecast.training.backtest;

import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.model.features.TimeInStage;
import io.pipecast.training.rows.End;
import io.pipecast.training.rows.Life;
import io.pipecast.training.rows.Row;
import io.pipecast.training.rows.TrainingRows;

/**
 * What any model has to beat, from what was known before an instant: the share of deals ever in a
 * stage that were won (what CRMs show), and the share of open midnights in a stage that were won
 * within the days asked for.
 *
 * @param finalRate by stage
 * @param rateWithin by stage
 */
@SuppressWarnings("ArrayRecordComponent") // plain data that nobody compares
public record StageBaselines(double[] finalRate, double[] rateWithin) {
    /**
     * The baselines as known before an instant; every rate is drawn to one half by one win and one
     * loss.
     */
    public static StageBaselines before(
            TrainingRows rows, SalesCalendar calendar, int stages, long from, int days) {
        return new StageBaselines(
                finalRates(rows, stages, from), ratesWithin(rows, calendar, stages, from, days));
    }

    private static double[] finalRates(TrainingRows rows, int stages, long from) {
        int[] won = new int[stages];
        int[] all = new int[stages];
        for (Life life : rows.lives()) {
            boolean ended = life.endedAt() < from && life.end() != End.REMOVED;
            for (int stage = 0; stage < stages && ended; stage++) {
                if ((life.visitedStages() & (1L << stage)) != 0) {
                    all[stage]++;
                    won[stage] += life.end() == End.WON ? 1 : 0;
                }
            }
        }
        return rates(won, all);
    }

    private static double[] ratesWithin(
            TrainingRows rows, SalesCalendar calendar, int stages, long from, int days) {
        int[] won = new int[stages];
        int[] all = new int[stages];
        int cutDay = calendar.days().dayOf(from);
        for (long row : rows.before(cutDay)) {
            if (Row.timeBand(row) != TimeInStage.JUST_ENTERED && Row.day(row) < cutDay - days) {
                all[Row.stage(row)]++;
                boolean came = Row.end(row) == End.WON && Row.daysToEnd(row) < days;
                won[Row.stage(row)] += came ? 1 : 0;
            }
        }
        return rates(won, all);
    }

    private static double[] rates(int[] won, int[] all) {
        double[] rates = new double[won.length];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = (won[i] + 1.0) / (all[i] + 2.0);
        }
        return rates;
    }
}
