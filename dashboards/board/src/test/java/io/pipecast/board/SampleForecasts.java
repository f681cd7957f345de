package io.pipecast.board;

import io.pipecast.board.SampleCompany.Place;
import io.pipecast.board.SampleCompany.Rep;
import io.pipecast.domain.calendar.Period;
import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.PipelineForecast.PeriodRole;
import io.pipecast.domain.forecast.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Forecast rows of the sample company: bookings that come late in the quarter, a model that is
 * nearly right.
 */
final class SampleForecasts {
    private final SampleCompany company;
    private final SalesCalendar calendar;

    /** Added to every rep's open pipeline by hand, minor units: what a demonstration moves. */
    final long[] shift;

    SampleForecasts(SampleCompany company, SalesCalendar calendar) {
        this.company = company;
        this.calendar = calendar;
        this.shift = new long[company.reps.size()];
    }

    /** One settled row per node, period and day of the last four quarters and the current one. */
    List<PipelineForecast> history(long asOf) {
        List<PipelineForecast> rows = new ArrayList<>();
        int today = calendar.days().dayOf(asOf);
        Period current = calendar.fiscal().at(today);
        for (int back = 4; back >= 0; back--) {
            Period period = calendar.fiscal().get(current.index() - back);
            int last = Math.min(today, period.endDay() + 2);
            for (int day = period.startDay(); day <= last; day++) {
                for (Place place : company.places) {
                    PeriodRole role = day < period.endDay() ? PeriodRole.CURRENT : PeriodRole.PAST;
                    long at = calendar.days().startOf(day);
                    PipelineForecast row = row(place, period, role, period.id(), at, 0, 0);
                    long before = calendar.days().startOf(day - 1);
                    SampleMoves.split(row, row(place, period, role, period.id(), before, 0, 0));
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    /** A complete cut: current, next and rolling periods of every node, more ahead at the top. */
    List<PipelineForecast> cut(long number, long asOf) {
        Period current = calendar.fiscal().at(calendar.days().dayOf(asOf));
        Period next = calendar.fiscal().get(current.index() + 1);
        List<Place> top = company.places.stream().filter(place -> place.level() <= 1).toList();
        int rows = company.places.size() * 5 + top.size() * 4;
        List<PipelineForecast> cut = new ArrayList<>(rows);
        for (Place place : company.places) {
            cut.add(row(place, current, PeriodRole.CURRENT, current.id(), asOf, number, rows));
            cut.add(row(place, next, PeriodRole.NEXT, next.id(), asOf, number, rows));
            for (int days : new int[] {30, 60, 90}) {
                cut.add(rolling(place, current, days, asOf, number, rows));
            }
        }
        for (Place place : top) {
            for (int ahead = 2; ahead <= 4; ahead++) {
                Period later = calendar.fiscal().get(current.index() + ahead);
                cut.add(row(place, later, PeriodRole.NEXT, later.id(), asOf, number, rows));
            }
            cut.add(rolling(place, current, 365, asOf, number, rows));
        }
        return cut;
    }

    private PipelineForecast rolling(
            Place place, Period period, int days, long asOf, long cut, int rows) {
        int today = calendar.days().dayOf(asOf);
        String id = days == 365 ? "fiscal-year-2026" : "next-" + days + "-days";
        Period window = new Period(period.index(), id, today, today + days, 2026);
        PipelineForecast base =
                row(place, period, PeriodRole.ROLLING, window.id(), asOf, cut, rows);
        long landing = base.value(Quantity.MODEL_MEAN) * days / 92;
        SampleValues values = new SampleValues();
        values.set(Quantity.MODEL_MEAN, landing);
        values.set(Quantity.MODEL_P10, landing * 86 / 100);
        values.set(Quantity.MODEL_P50, landing * 99 / 100);
        values.set(Quantity.MODEL_P90, landing * 115 / 100);
        return named(place, window, PeriodRole.ROLLING, window.id(), asOf, cut, rows, values);
    }

    private PipelineForecast row(
            Place place, Period period, PeriodRole role, String id, long asOf, long cut, int rows) {
        SampleValues values = new SampleValues();
        double variance = 0;
        for (int rep : place.reps()) {
            double[] numbers = rep(rep, period, asOf);
            for (int i = 0; i < SUMS.length; i++) {
                values.add(SUMS[i], Math.round(numbers[i]));
            }
            variance += numbers[SUMS.length] * numbers[SUMS.length];
        }
        derive(values, Math.sqrt(variance));
        return named(place, period, role, id, asOf, cut, rows, values);
    }

    private static PipelineForecast named(
            Place place,
            Period period,
            PeriodRole role,
            String id,
            long asOf,
            long cut,
            int rows,
            SampleValues values) {
        return new PipelineForecast(
                cut,
                rows,
                place.tree(),
                place.id(),
                place.name(),
                place.parent(),
                place.level(),
                id,
                role,
                period.startDay(),
                period.endDay(),
                asOf,
                cut == 0,
                cut + 1,
                "hazard-2026-11-18",
                "USD",
                values.toArray(),
                List.of("call_commit", "call_best_case"));
    }

    private static final Quantity[] SUMS = {
        Quantity.QUOTA,
        Quantity.CLOSED,
        Quantity.CATEGORY_COMMIT,
        Quantity.CATEGORY_BEST_CASE,
        Quantity.CATEGORY_PIPELINE,
        Quantity.STAGE_WEIGHTED,
        Quantity.MODEL_FROM_OPEN,
        Quantity.MODEL_FROM_OVERDUE,
        Quantity.MODEL_FROM_LATER,
        Quantity.MODEL_FROM_NEW,
        Quantity.MODEL_FROM_DEMAND,
        Quantity.OVERDUE_AMOUNT,
        Quantity.WON_COUNT,
        Quantity.LOST_COUNT
    };

    /**
     * What a rep's quarter looks like at an instant: the sums above, then the spread of the
     * landing.
     */
    private double[] rep(int index, Period period, long asOf) {
        Rep rep = company.reps.get(index);
        Random random = new Random(index * 7919L + period.index() * 104_729L);
        double landing = rep.quota() * rep.skill() * (0.82 + 0.36 * random.nextDouble());
        double t = passed(period, asOf);
        double booked = t <= 0 ? 0 : 0.35 * t + 0.65 * Math.pow(t, 3.2);
        double closed = landing * booked;
        double rest = landing - closed;
        double wobble =
                Math.sin(t * 9 + index % 5) * 0.05
                        + Math.sin(t * 23) * 0.03
                        + (random.nextDouble() - .5) * 0.16;
        double expected = rest * (1 + wobble) + shift[index] * 0.6;
        double commit = rest * (0.38 + 0.22 * t) + shift[index];
        double best = rest * 0.55;
        double pipeline = rest * 1.6 * (1 - 0.4 * t);
        double fromNew = expected * 0.34 * (1 - Math.max(0, t));
        double weighted = closed + commit * .9 + best * .62 + pipeline * .38 + landing * .06;
        double spread = rest * 0.42;
        return new double[] {
            rep.quota(),
            closed,
            commit,
            best,
            pipeline,
            weighted,
            expected - fromNew,
            expected * 0.07,
            expected * 0.11,
            fromNew,
            expected * 0.04 * Math.max(0, t),
            rest * 0.12,
            Math.floor(closed / 4_200_000),
            Math.floor(closed / 1_900_000),
            spread
        };
    }

    private double passed(Period period, long asOf) {
        double day =
                calendar.days().dayOf(asOf)
                        + calendar.days().fractionOf(asOf, calendar.days().dayOf(asOf));
        double t = (day - period.startDay()) / (period.endDay() - period.startDay());
        return Math.min(1, Math.max(0, t));
    }

    private static void derive(SampleValues v, double spread) {
        long closed = v.get(Quantity.CLOSED);
        long quota = v.get(Quantity.QUOTA);
        long commit = v.get(Quantity.CATEGORY_COMMIT);
        long best = v.get(Quantity.CATEGORY_BEST_CASE);
        long open = commit + best + v.get(Quantity.CATEGORY_PIPELINE);
        long mean =
                closed
                        + v.get(Quantity.MODEL_FROM_OPEN)
                        + v.get(Quantity.MODEL_FROM_NEW)
                        + v.get(Quantity.MODEL_FROM_DEMAND);
        v.set(Quantity.CUMULATIVE_COMMIT, closed + commit);
        v.set(Quantity.CUMULATIVE_BEST_CASE, closed + commit + best);
        v.set(Quantity.CUMULATIVE_PIPELINE, closed + open);
        v.set(Quantity.OPEN_AMOUNT, open);
        v.set(Quantity.OPEN_COUNT, open / 6_000_000);
        v.set(Quantity.MODEL_MEAN, mean);
        v.set(Quantity.MODEL_P50, mean - (mean - closed) / 80);
        v.set(Quantity.MODEL_P10, Math.max(closed, mean - Math.round(1.28 * spread)));
        v.set(Quantity.MODEL_P90, mean + Math.round(1.34 * spread));
        double reach = 1 / (1 + Math.exp(1.7 * (quota - mean) / Math.max(1, spread)));
        v.set(Quantity.MODEL_P_REACH, Math.round(1e6 * reach));
        v.set(Quantity.ATTAINMENT, Math.round(1e6 * closed / quota));
        v.set(Quantity.GAP, quota - closed);
        if (closed < quota) {
            v.set(Quantity.COVERAGE_REMAINING, Math.round(1e6 * open / (quota - closed)));
        }
        v.set(
                Quantity.PIPELINE_NEEDED,
                Math.max(0, open + (quota - v.get(Quantity.MODEL_P50)) * 5 / 2));
        v.set(Quantity.COVERAGE_TOTAL, Math.round(1e6 * open / quota));
        v.set(Quantity.OMITTED, open / 40);
        v.set(Quantity.UNDATED_AMOUNT, 0);
        v.set(Quantity.UNCONVERTED_COUNT, 0);
        v.set(Quantity.WIN_RATE_COUNT, 310_000);
    }
}
