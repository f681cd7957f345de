package io.pipecast.training.fit;

import io.pipecast.domain.calendar.FiscalCalendar;
import io.pipecast.domain.calendar.Period;
import io.pipecast.domain.deal.DealHistory;
import io.pipecast.domain.deal.DealView;
import io.pipecast.domain.deal.ForecastCategory;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.forecast.Horizon;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.model.features.AsOf;
import io.pipecast.model.rollup.Stake;
import io.pipecast.model.rollup.StakeMaker;
import io.pipecast.model.scoring.HazardModel;
import io.pipecast.training.rows.DealLog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Forecasts of the company's past periods by models that knew what was known at the start of each,
 * made by the very code that serves.
 */
@SuppressWarnings("EnumOrdinal") // scores are arrays by horizon, categories are kept as ordinals
final class PastLandings {
    /** Newest periods looked at. */
    private static final int MOST_PERIODS = 8;

    /**
     * Days there must be before a period, and lengths of the period: the first forecasts are poor.
     */
    private static final int LEAST_BEFORE = 21;

    private static final double LEAST_LENGTHS = 1.9;

    /** Midnights looked at of a whole period; a week apart in a quarter. */
    private static final int MIDNIGHTS = 13;

    private final DealLog log;
    private final PipelineSettings settings;
    private final StakeMaker stakes;

    /** By form of model, then by first day of the period. */
    private final Map<Candidate, Map<Integer, Known>> known = new HashMap<>();

    /** A period as forecast from its start on. */
    private record Known(List<Midnight> midnights, WonBy wonBy) {
        PastPeriod with(double variation) {
            return new PastPeriod(
                    midnights.stream()
                            .map(m -> m.landing(variation))
                            .filter(l -> l.expected() > 0)
                            .toList(),
                    wonBy);
        }
    }

    /** Forecasts of a log. */
    PastLandings(DealLog log, PipelineSettings settings) {
        this.log = log;
        this.settings = settings;
        this.stakes = new StakeMaker(settings);
    }

    /**
     * The periods, oldest first.
     *
     * @param variation mean square of a won amount's relative distance from the expected one
     * @param form of the models when it and the day alone decide a model, whatever the cut: then
     *     each period is forecast once for all cuts; else null
     * @param models the model as known on the day a period starts
     */
    List<PastPeriod> before(
            int cutDay, double variation, Candidate form, IntFunction<HazardModel> models) {
        Map<Integer, Known> ofForm =
                form == null ? new HashMap<>() : known.computeIfAbsent(form, f -> new HashMap<>());
        List<PastPeriod> past = new ArrayList<>();
        for (Period period : periods(cutDay)) {
            past.add(
                    ofForm.computeIfAbsent(period.startDay(), day -> of(period, models.apply(day)))
                            .with(variation));
        }
        return past;
    }

    /** Whole periods before a day with enough before them. */
    private List<Period> periods(int cutDay) {
        FiscalCalendar fiscal = settings.calendar().fiscal();
        int firstDay = settings.calendar().days().dayOf(log.firstTime());
        List<Period> periods = new ArrayList<>();
        int index = fiscal.at(cutDay).index() - 1;
        while (periods.size() < MOST_PERIODS) {
            Period period = fiscal.get(index--);
            int before = period.startDay() - firstDay;
            if (before < LEAST_BEFORE
                    || before < LEAST_LENGTHS * (period.endDay() - period.startDay())) {
                break;
            }
            periods.add(0, period);
        }
        return periods;
    }

    private Known of(Period period, HazardModel model) {
        int length = period.endDay() - period.startDay();
        int step = Math.max(1, Math.round((float) length / MIDNIGHTS));
        List<Midnight> midnights = new ArrayList<>();
        for (int day = period.startDay(); day < period.startDay() + 2 * length / 3; day += step) {
            midnights.add(new Midnight(day, period, model));
        }
        WonBy wonBy = new WonBy(period, midnights.get(0).asOf, model);
        midnights.get(0).wonBy = wonBy;
        for (DealHistory deal : log.deals().values()) {
            add(deal, period, midnights, model);
        }
        return new Known(midnights, wonBy);
    }

    private void add(DealHistory deal, Period period, List<Midnight> midnights, HazardModel model) {
        long end = settings.calendar().days().startOf(period.endDay());
        long landed = booked(deal, end, period);
        for (Midnight midnight : midnights) {
            long at = midnight.asOf.instant;
            long before = landed == 0 ? 0 : booked(deal, at, period);
            DealView view = deal.viewAt(at, settings.stages());
            if (view.isOpen()) {
                midnight.open(view, model, landed - before);
            } else if (view.exists) {
                midnight.openCame += landed - before;
                if (deal.nextAfter(at) > end) {
                    return;
                }
            } else {
                midnight.freshCame += landed - before;
            }
        }
    }

    /** What a deal counts for in a period's closed amount as of an instant. */
    private long booked(DealHistory deal, long at, Period period) {
        DealView view = deal.viewAt(at, settings.stages());
        if (!view.exists || view.removed || view.outcome != Outcome.WON) {
            return 0;
        }
        AsOf asOf = new AsOf(settings.calendar(), at);
        long amount = stakes.corporateAmount(view, asOf, log.rates());
        boolean here = period.contains(stakes.bookingDay(view));
        return here && amount > Stake.UNCONVERTED ? amount : 0;
    }

    /** What is summed up of a midnight. */
    private final class Midnight {
        private final AsOf asOf;
        private final double[] fresh = new double[2];
        private double open;
        private double chanceVariance;
        private double wonSquares;
        private double openCame;
        private double freshCame;

        /** Told of every deal open then, at the first midnight of a period; else null. */
        private WonBy wonBy;

        Midnight(int day, Period period, HazardModel model) {
            this.asOf = new AsOf(settings.calendar(), settings.calendar().days().startOf(day));
            for (String owner : model.closing().newBusiness().shares().keySet()) {
                double[] expected = model.newBusiness(owner, asOf, day, period.endDay());
                fresh[0] += expected[0];
                fresh[1] += expected[1];
            }
        }

        void open(DealView view, HazardModel by, long came) {
            openCame += came;
            Stake stake = stakes.of(view, asOf, by, log.rates(), null);
            if (stake.category() != ForecastCategory.OMITTED.ordinal()) {
                double p = stake.chances()[Horizon.CURRENT_PERIOD.ordinal()] / 1e6;
                double amount = stake.expected();
                open += amount * p;
                chanceVariance += amount * amount * p * (1 - p);
                wonSquares += amount * amount * p;
                if (wonBy != null) {
                    wonBy.add(view, amount);
                }
            }
        }

        PastLanding landing(double variation) {
            double variance = chanceVariance + variation * wonSquares;
            return new PastLanding(open, variance, fresh[0], fresh[1], openCame, freshCame);
        }
    }
}
