package io.pipecast.training.backtest;

import io.pipecast.domain.calendar.BusinessDays;
import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.domain.forecast.Quantity;
import java.util.List;
import java.util.stream.Stream;

/**
 * A way to say where a period will land: what the job said, what people submitted, or a rule of
 * thumb that knows only what had happened.
 *
 * @param key stable name
 * @param label for people
 * @param note how it comes about
 * @param rule the number at a midnight, or MISSING where it has none
 */
record PeriodRival(String key, String label, String note, Rule rule) {
    /** Key of the model's middle forecast. */
    static final String MODEL = "model";

    /** Key of what every CRM shows. */
    static final String STAGE_WEIGHTED = "stageWeighted";

    /** Key of what people submitted. */
    static final String CALLS = "calls";

    /** The number at the midnight that begins a day of a node's period. */
    interface Rule {
        double at(Past past, ScopePeriod period, int day);
    }

    /**
     * What the rules of thumb may look at beside the period itself.
     *
     * @param calendar of the company
     * @param own earlier periods of the node, oldest first
     * @param company earlier periods of the company whose pipeline had grown, oldest first
     * @param openWeighted what all open deals of the company are worth by stage, by epoch day; for
     *     sources without close dates
     */
    record Past(
            SalesCalendar calendar,
            List<ScopePeriod> own,
            List<ScopePeriod> company,
            OpenPipeline open) {}

    private static final List<PeriodRival> SAID =
            List.of(
                    said(MODEL, "Pipecast", "P50 of the model of its time", Quantity.MODEL_P50),
                    new PeriodRival(
                            STAGE_WEIGHTED,
                            "Stage-weighted",
                            "closed + open × the stage's configured probability",
                            PeriodRival::stageWeighted),
                    said(CALLS, "Calls", "commit as submitted by people", Quantity.CALL_COMMIT),
                    said(
                            "commit",
                            "Closed + commit",
                            "closed + open deals of category commit dated in the period",
                            Quantity.CUMULATIVE_COMMIT),
                    said(
                            "bestCase",
                            "Closed + best case",
                            "the same and the best case",
                            Quantity.CUMULATIVE_BEST_CASE),
                    said(
                            "dated",
                            "Closed + all dated",
                            "closed + every open deal dated in the period",
                            Quantity.CUMULATIVE_PIPELINE));

    private static final List<PeriodRival> RULES =
            List.of(
                    new PeriodRival(
                            "runRate",
                            "Run rate",
                            "closed ÷ share of working days passed",
                            PeriodRival::runRate),
                    new PeriodRival(
                            "lastPeriod",
                            "Last period",
                            "what the last period had closed at its end",
                            (past, period, day) -> lastPeriod(past)),
                    new PeriodRival(
                            "historicCurve",
                            "Historic curve",
                            "closed ÷ share that earlier periods had closed by then",
                            PeriodRival::historicCurve));

    /** All of them, the model first: what was said, then the rules of thumb. */
    static List<PeriodRival> all() {
        return Stream.concat(SAID.stream(), RULES.stream()).toList();
    }

    private static PeriodRival said(String key, String label, String note, Quantity quantity) {
        return new PeriodRival(
                key, label, note, (past, period, day) -> number(period.said(quantity, day)));
    }

    private static double number(long said) {
        return said == ScopePeriod.MISSING ? Double.NaN : said;
    }

    private static double stageWeighted(Past past, ScopePeriod period, int day) {
        double said = number(period.said(Quantity.STAGE_WEIGHTED, day));
        if (!Double.isNaN(said) || period.scope().level() > 0) {
            return said;
        }
        return number(period.said(Quantity.CLOSED, day))
                + past.open.at(past.calendar.days().startOf(period.startDay() + day));
    }

    private static double runRate(Past past, ScopePeriod period, int day) {
        double elapsed = period.elapsed(past.calendar.business(), day);
        return elapsed == 0 ? Double.NaN : number(period.said(Quantity.CLOSED, day)) / elapsed;
    }

    private static double lastPeriod(Past past) {
        int last = past.own.size() - 1;
        return last < 0 || !past.own.get(last).isWhole()
                ? Double.NaN
                : number(past.own.get(last).closedAtEnd());
    }

    /** By the company's earlier periods: a node's own are too few. */
    private static double historicCurve(Past past, ScopePeriod period, int day) {
        double elapsed = period.elapsed(past.calendar.business(), day);
        double sum = 0;
        int periods = 0;
        for (ScopePeriod earlier : past.company) {
            if (earlier.isWhole() && earlier.closedAtEnd() > 0) {
                sum += closedShare(past.calendar.business(), earlier, elapsed);
                periods++;
            }
        }
        return sum == 0 ? Double.NaN : number(period.said(Quantity.CLOSED, day)) / (sum / periods);
    }

    /** Share of its end that a period had closed when a share of its working days had passed. */
    private static double closedShare(BusinessDays business, ScopePeriod period, double elapsed) {
        int day = 0;
        while (day + 1 < period.length() && period.elapsed(business, day) < elapsed) {
            day++;
        }
        return number(period.said(Quantity.CLOSED, day)) / period.closedAtEnd();
    }
}
