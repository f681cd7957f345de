package io.pipecast.training.fit;

import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.forecast.ModelMetrics;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.model.closing.ClosingTables;
import io.pipecast.model.closing.NewBusiness;
import io.pipecast.model.closing.Uncertainty;
import io.pipecast.model.features.AsOf;
import io.pipecast.model.features.DealFactor;
import io.pipecast.model.features.TimeInStage;
import io.pipecast.model.scoring.DealEffects;
import io.pipecast.model.scoring.HazardModel;
import io.pipecast.model.scoring.HazardTables;
import io.pipecast.model.scoring.ModelCard;
import io.pipecast.training.rows.DealLog;
import io.pipecast.training.rows.End;
import io.pipecast.training.rows.Row;
import io.pipecast.training.rows.TrainingRows;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Learns a {@link HazardModel} from what was known by an instant. Whole fiscal days count: what
 * happened on the day of the instant itself is left out. Equal facts give equal models, bit by bit.
 * Fits of one trainer on rows of one log, which may grow in between, share their forecasts of past
 * periods; a trainer is for one thread.
 */
public final class HazardTrainer {
    private final PipelineSettings settings;
    private final SalesCalendar calendar;
    private final int stages;

    private final Effort effort;
    private final Consumer<String> progress;

    /** Of the log last learned from. */
    private PastLandings past;

    private DealLog pastLog;

    /** A trainer of linear models for a sales process, which says nothing meanwhile. */
    public HazardTrainer(PipelineSettings settings) {
        this(settings, Effort.LINEAR, step -> {});
    }

    /**
     * A trainer for a sales process.
     *
     * @param progress told of each step done
     */
    public HazardTrainer(PipelineSettings settings, Effort effort, Consumer<String> progress) {
        this.effort = effort;
        this.progress = progress;
        this.settings = settings;
        this.calendar = settings.calendar();
        this.stages = settings.stages().size();
    }

    /**
     * The model as it could have been made at an instant, in force from then on.
     *
     * @param rows of a log that may go on after the instant
     * @param until epoch milliseconds, after the first day of the log
     * @throws IllegalArgumentException when no deal of the log was open before that day
     */
    public HazardModel fit(TrainingRows rows, long until) {
        int cutDay = calendar.days().dayOf(until);
        long known = calendar.days().startOf(cutDay);
        long[] used = rows.before(cutDay);
        if (used.length == 0) {
            throw new IllegalArgumentException(
                    "a log must hold open deals before "
                            + LocalDate.ofEpochDay(cutDay)
                            + " to learn from, held none");
        }
        EffectsTrainer effects = new EffectsTrainer(rows, calendar, stages, cutDay);
        effects.choose(effort, progress);
        Map<String, Double> metrics = counts(used, rows, known);
        metrics.putAll(effects.metrics());
        double variation = ClosingFit.amountVariation(rows, known);
        List<PastPeriod> landings =
                past(rows)
                        .before(
                                cutDay,
                                variation,
                                effects.choice().ofDay() ? effects.choice() : null,
                                day -> learned(rows, day, effects.at(day), Map.of()));
        progress.accept("forecast " + landings.size() + " past periods");
        metrics.put("landing.periods", (double) landings.size());
        HazardModel model = learned(rows, cutDay, effects, metrics);
        progress.accept("learned " + effects.choice().label());
        NormsFit norms = effects.norms();
        HazardModel whole =
                model.with(
                        model.closing()
                                .with(uncertainty(landings, variation))
                                .with(WonBy.curve(landings))
                                .with(new AlertLimitsFit(settings).fit(rows.log(), known))
                                .with(norms.fit(stages, model.tables().factor())));
        return whole.with(norms.importance(whole, new AsOf(calendar, known)))
                .with(ofNewBusiness(whole));
    }

    private static Uncertainty uncertainty(List<PastPeriod> past, double variation) {
        return UncertaintyFit.of(past.stream().map(PastPeriod::landings).toList(), variation);
    }

    private static Map<String, Double> ofNewBusiness(HazardModel model) {
        int days = model.closing().newBusiness().halfWonWithinDays();
        return days < 0 ? Map.of() : Map.of(ModelMetrics.HALF_WON_WITHIN, (double) days);
    }

    @SuppressWarnings("ReferenceEquality") // another log only costs a computation
    private PastLandings past(TrainingRows rows) {
        if (pastLog != rows.log()) {
            pastLog = rows.log();
            past = new PastLandings(pastLog, settings);
        }
        return past;
    }

    private HazardModel learned(
            TrainingRows rows, int cutDay, EffectsTrainer effects, Map<String, Double> metrics) {
        long known = calendar.days().startOf(cutDay);
        Support support = Support.of(rows, calendar, stages, known);
        HazardTables tables = tables(rows.before(cutDay), cutDay, support, effects.choice());
        DealEffects ofDeals = effects.effects(tables);
        NewBusiness business =
                new NewBusinessFit(rows, calendar, cutDay).fit(tables.won().calendar());
        double quantile = settings.alerts().quantile();
        ClosingTables closing = ClosingFit.fit(rows, calendar, stages, quantile, known, business);
        ModelCard card = card(rows, cutDay, known, metrics);
        return new HazardModel(
                card, HazardModel.namesOf(settings.stages()), tables, ofDeals, closing, 1, known);
    }

    private HazardTables tables(long[] used, int cutDay, Support support, Candidate choice) {
        if (choice.flat()) {
            return FlatTables.of(used, stages, calendar, cutDay, support);
        }
        DealFactor factor =
                choice.equals(Candidate.TABLE)
                        ? FactorChoice.of(used, stages, calendar, cutDay)
                        : DealFactor.NONE;
        return new HazardFit(used, stages, calendar, cutDay).fit(factor, support);
    }

    private ModelCard card(TrainingRows rows, int cutDay, long known, Map<String, Double> metrics) {
        String fingerprint = String.format(Locale.ROOT, "%016x", rows.fingerprintBefore(cutDay));
        String version =
                "hazard-" + LocalDate.ofEpochDay(cutDay) + "-" + fingerprint.substring(0, 8);
        return new ModelCard(
                version, rows.firstTime(), known, fingerprint, settings.currency(), metrics);
    }

    /** Rows, deals, ends and, per stage, the visits behind the rates. */
    private Map<String, Double> counts(long[] used, TrainingRows rows, long known) {
        double[] entered = new double[stages];
        for (long row : used) {
            boolean entry = Row.timeBand(row) == TimeInStage.JUST_ENTERED;
            entered[Row.stage(row)] += entry || unknownEntry(row) ? 1 : 0;
        }
        Map<String, Double> counts = new TreeMap<>();
        counts.put("rows", (double) used.length);
        counts.put("deals", (double) count(rows, known, null));
        counts.put("won", (double) count(rows, known, End.WON));
        counts.put("lost", (double) count(rows, known, End.LOST));
        for (int stage = 0; stage < stages; stage++) {
            if (settings.stages().get(stage).outcome() == Outcome.OPEN) {
                counts.put("visits." + settings.stages().get(stage).name(), entered[stage]);
            }
        }
        return counts;
    }

    private static boolean unknownEntry(long row) {
        return Row.timeBand(row) == TimeInStage.UNKNOWN && Row.isFirstOfBand(row);
    }

    private static long count(TrainingRows rows, long known, End end) {
        return rows.lives().stream()
                .filter(
                        life ->
                                end == null
                                        ? life.createdAt() < known
                                        : life.end() == end && life.endedAt() <= known)
                .count();
    }
}
