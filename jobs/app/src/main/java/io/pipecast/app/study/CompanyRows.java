package io.pipecast.app.study;

import io.pipecast.app.study.LandingRow.Level;
import io.pipecast.domain.calendar.Period;
import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.domain.deal.ForecastCategory;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.Horizon;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.PipelineForecast.PeriodRole;
import io.pipecast.domain.forecast.Quantity;
import io.pipecast.domain.organization.Organization;
import io.pipecast.domain.organization.Tree;
import io.pipecast.simulator.truth.DealTruth;
import io.pipecast.simulator.truth.Odds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a company's forecasts said, beside what came of them. */
final class CompanyRows {
    private static final int REP_LEVEL = 3;

    final List<LandingRow> landings = new ArrayList<>();
    final List<DealRow> deals = new ArrayList<>();
    final List<Win> wins = new ArrayList<>();

    /** Landings of the company whose locked amount is not the simulator's, to the cent. */
    int disputed;

    /** Snapshots of deals the simulator knew no odds of. */
    int withoutOdds;

    /** Expected from open deals by day: by forecast and by true odds, amounts as entered. */
    private final Map<Integer, double[]> expected = new HashMap<>();

    private final long seed;
    private final SalesCalendar calendar;
    private final List<Period> judged;
    private final Set<Integer> weekly;

    CompanyRows(long seed, SalesCalendar calendar, List<Period> judged, Set<Integer> weekly) {
        this.seed = seed;
        this.calendar = calendar;
        this.judged = judged;
        this.weekly = weekly;
    }

    /** First day of a quarter of which so many thirds have passed. */
    static int afterThirds(Period quarter, int thirds) {
        int length = quarter.endDay() - quarter.startDay();
        return quarter.startDay() + (length * thirds + 2) / 3;
    }

    /** A deal won: days are epoch days, the amount is as signed, minor units of its currency. */
    record Win(long seed, String deal, int createdDay, int wonDay, String currency, long amount) {}

    private Win win(DealTruth deal, Told told) {
        return new Win(
                seed,
                deal.opportunityId(),
                deal.createdDay(),
                told.wonOn(deal.opportunityId()),
                deal.currency(),
                deal.amount());
    }

    /** Fills the rows, in one order whatever the order of arrival. */
    CompanyRows of(Kept kept, Told told) {
        kept.deals().stream()
                .sorted(
                        Comparator.comparingLong(DealForecast::asOf)
                                .thenComparing(DealForecast::opportunityId))
                .forEach(row -> take(row, told));
        Map<String, PipelineForecast> locked = locked(kept.pipelines());
        for (PipelineForecast row : kept.pipelines()) {
            PipelineForecast end = locked.get(row.key());
            Level level = level(row);
            if (row.periodKind() == PeriodRole.CURRENT && end != null && level != null) {
                take(landing(row, level, end.value(Quantity.CLOSED)));
            }
        }
        for (Period quarter : judged) {
            String company = Tree.REPORTING + "|" + Organization.COMPANY + "|" + quarter.id();
            long booked = told.landing(quarter.id(), Tree.REPORTING.name(), Organization.COMPANY);
            disputed += locked.get(company).value(Quantity.CLOSED) == booked ? 0 : 1;
        }
        told.wins().forEach(deal -> wins.add(win(deal, told)));
        return this;
    }

    /** A node that sells nothing and is expected to sell nothing is no forecast. */
    private void take(LandingRow row) {
        if (row.actual() != 0 || row.mean() != 0) {
            landings.add(row);
        }
    }

    /** The last rows of ended quarters. */
    private static Map<String, PipelineForecast> locked(List<PipelineForecast> rows) {
        Map<String, PipelineForecast> locked = new HashMap<>();
        for (PipelineForecast row : rows) {
            if (row.periodKind() == PeriodRole.PAST) {
                locked.merge(row.key(), row, (a, b) -> a.asOf() > b.asOf() ? a : b);
            }
        }
        return locked;
    }

    /** Nodes for what stayed with a former team, and of leaders between, are not judged. */
    private static Level level(PipelineForecast row) {
        if (row.node().contains("@") || row.node().equals(Organization.UNASSIGNED)) {
            return null;
        }
        if (row.tree() == Tree.TERRITORY) {
            return row.level() == 1 ? Level.TERRITORY : null;
        }
        return switch (row.level()) {
            case 0 -> Level.COMPANY;
            case REP_LEVEL - 1 -> Level.MANAGER;
            case REP_LEVEL -> Level.REP;
            default -> null;
        };
    }

    private LandingRow landing(PipelineForecast row, Level level, long actual) {
        int day = calendar.days().dayOf(row.asOf());
        double working = calendar.business().between(row.periodStart(), row.periodEnd());
        return new LandingRow(
                seed,
                quarterOf(day),
                level,
                row.node(),
                day - row.periodStart(),
                row.periodEnd() - row.periodStart(),
                calendar.business().between(row.periodStart(), day) / working,
                weekly.contains(day),
                actual,
                row.value(Quantity.CLOSED),
                row.value(Quantity.MODEL_P10),
                row.value(Quantity.MODEL_P50),
                row.value(Quantity.MODEL_P90),
                row.value(Quantity.MODEL_MEAN),
                row.value(Quantity.MODEL_FROM_OPEN),
                row.value(Quantity.MODEL_FROM_NEW),
                level == Level.COMPANY ? withTrueOdds(row, day) : Double.NaN,
                row.value(Quantity.STAGE_WEIGHTED));
    }

    private double withTrueOdds(PipelineForecast row, int day) {
        double[] sums = expected.get(day);
        double open =
                sums == null || sums[0] == 0
                        ? Double.NaN
                        : row.value(Quantity.MODEL_FROM_OPEN) * sums[1] / sums[0];
        return row.value(Quantity.CLOSED) + open + row.value(Quantity.MODEL_FROM_NEW);
    }

    private int quarterOf(int day) {
        for (int i = 0; i < judged.size(); i++) {
            if (judged.get(i).contains(day)) {
                return i;
            }
        }
        throw new IllegalStateException("day " + day + " lies in no judged quarter");
    }

    private void take(DealForecast row, Told told) {
        int day = calendar.days().dayOf(row.asOf());
        Odds odds = told.odds(row.opportunityId(), day);
        if (odds == null) {
            withoutOdds += told.asked(day) ? 1 : 0;
            return;
        }
        expect(row, odds, day);
        if (weekly.contains(day)) {
            deals.add(judged(row, odds, day, told.wonOn(row.opportunityId())));
        }
    }

    /** Adds what the open deal is expected to bring in the quarter, by forecast and by odds. */
    private void expect(DealForecast row, Odds odds, int day) {
        if (row.corporateAmount() != Quantity.MISSING
                && row.category() != ForecastCategory.OMITTED) {
            double[] sums = expected.computeIfAbsent(day, d -> new double[2]);
            sums[0] += row.corporateAmount() * (row.probability(Horizon.CURRENT_PERIOD) / 1e6);
            sums[1] += row.corporateAmount() * odds.currentPeriod();
        }
    }

    private DealRow judged(DealForecast row, Odds odds, int day, int won) {
        int quarter = quarterOf(day);
        return new DealRow(
                seed,
                quarter,
                row.opportunityId(),
                day - judged.get(quarter).startDay(),
                row.corporateAmount(),
                new double[] {
                    row.probability(Horizon.WITHIN_14_DAYS) / 1e6,
                    row.probability(Horizon.WITHIN_30_DAYS) / 1e6,
                    row.probability(Horizon.CURRENT_PERIOD) / 1e6
                },
                new double[] {odds.within14d(), odds.within30d(), odds.currentPeriod()},
                new boolean[] {won < day + 14, won < day + 30, won < judged.get(quarter).endDay()});
    }
}
