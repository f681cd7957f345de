package io.pipecast.app.backtest;

import io.pipecast.app.UserError;
import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.streaming.jobs.ReplayJob;
import io.pipecast.streaming.operators.JobPlan;
import io.pipecast.training.backtest.BacktestResult;
import io.pipecast.training.backtest.Cuts;
import io.pipecast.training.backtest.DealJudge;
import io.pipecast.training.backtest.DealTeams;
import io.pipecast.training.backtest.DealVerdict;
import io.pipecast.training.backtest.OpenPipeline;
import io.pipecast.training.backtest.Outcomes;
import io.pipecast.training.backtest.PeriodJudge;
import io.pipecast.training.backtest.PeriodReader;
import io.pipecast.training.backtest.Periods;
import io.pipecast.training.backtest.SnapshotReader;
import io.pipecast.training.backtest.Snapshots;
import io.pipecast.training.backtest.Target;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A backtest: models trained as of past dates, one replay of the log by the production job in which
 * each forecast is made by the model of its time, and a judgement by what happened.
 */
public final class Backtest {
    private static final Logger LOG = LoggerFactory.getLogger(Backtest.class);
    private static final int SHORT_PERIOD = 35;
    private static final int SHORT_STEP = 7;
    private static final int LONG_STEP = 28;

    private final BacktestOptions options;
    private final PipelineSettings settings;
    private final DayClock days;
    private final History history;
    private final int fromDay;
    private final int toDay;
    private final int everyDays;

    private Backtest(BacktestOptions options) {
        this.options = options;
        this.settings = options.config().pipeline();
        this.days = settings.calendar().days();
        LOG.info("reading {}", options.events());
        this.history = History.read(options.events(), settings);
        this.fromDay = fromDay();
        this.toDay = toDay();
        this.everyDays = everyDays();
        if (toDay <= fromDay) {
            throw new UserError(
                    "--from must be before --to and before the end of the log, was "
                            + LocalDate.ofEpochDay(fromDay)
                            + ", to "
                            + LocalDate.ofEpochDay(toDay));
        }
    }

    /** Runs a backtest. */
    public static BacktestResult run(BacktestOptions options) throws Exception {
        return new Backtest(options).run();
    }

    private int fromDay() {
        if (options.from() != null) {
            return dayOf("--from", options.from());
        }
        return options.model() == null
                ? history.firstDay(settings)
                : days.dayOf(PastModels.trainedUntil(options.model(), settings));
    }

    private int toDay() {
        int end = days.dayOf(history.known(days));
        return options.to() == null ? end : Math.min(end, dayOf("--to", options.to()));
    }

    private int dayOf(String option, long instant) {
        int day = days.dayOf(instant);
        if (days.startOf(day) != instant) {
            throw new UserError(option + " must be a midnight in zone " + days.zone());
        }
        return day;
    }

    private int everyDays() {
        if (options.everyDays() != null) {
            return options.everyDays();
        }
        var period = settings.calendar().fiscal().at(fromDay);
        boolean isShort = period.endDay() - period.startDay() <= SHORT_PERIOD;
        return isShort ? SHORT_STEP : LONG_STEP;
    }

    private BacktestResult run() throws Exception {
        PastModels models = models();
        JobPlan plan = JobPlan.replay(options.config().yaml(), 1);
        models.into(plan);
        LOG.info("replaying");
        ReplayJob.backtest(
                options.events(),
                plan,
                history.known(days),
                settings.source().closeDates() ? midnights() : allMidnights(),
                options.parallelism(),
                options.work());
        return judge(models);
    }

    private PastModels models() {
        if (options.model() != null) {
            return PastModels.given(options.model(), settings, days.startOf(fromDay));
        }
        Cuts cuts = Cuts.of(settings.calendar(), fromDay, toDay, everyDays);
        return PastModels.train(history.rows(), settings, cuts, options.effort());
    }

    /** The midnights at which deals are judged, counted from the first day in both directions. */
    private long[] midnights() {
        return midnights(options.snapshotDays());
    }

    /** Without close dates the stage-weighted pipeline is that of all open deals, every day. */
    private long[] allMidnights() {
        return midnights(1);
    }

    private long[] midnights(int step) {
        int first = days.dayOf(history.log().firstTime());
        int last = days.dayOf(history.known(days));
        return IntStream.rangeClosed(first, last)
                .filter(day -> Math.floorMod(day - fromDay, step) == 0)
                .mapToLong(days::startOf)
                .toArray();
    }

    private BacktestResult judge(PastModels models) throws IOException {
        LOG.info("judging");
        Outcomes outcomes =
                new Outcomes(
                        history.rows(),
                        history.log(),
                        settings.stages(),
                        DealTeams.read(options.work().resolve("deals.jsonl")));
        OpenPipeline open = new OpenPipeline();
        Snapshots snapshots = snapshots(outcomes, open);
        Periods periods = new Periods(days);
        PeriodReader.read(options.work().resolve("pipelines.jsonl"), periods);
        DealJudge judge = new DealJudge(settings, snapshots, outcomes, models.cuts(), question());
        List<DealVerdict> deals = targets().stream().parallel().map(judge::judge).toList();
        PeriodJudge periodJudge = new PeriodJudge(settings, periods, open, fromDay, toDay);
        return new BacktestResult(
                settings.company(),
                settings.currency(),
                history.described(days),
                described(models),
                models.described(days),
                judge.openMidnights(history.rows(), midnights()),
                judge.asked(),
                periods.notInSource(),
                deals,
                periodJudge.judge());
    }

    /** The snapshots of the midnights judged; all of them go into the open pipeline. */
    private Snapshots snapshots(Outcomes outcomes, OpenPipeline open) throws IOException {
        Snapshots snapshots = new Snapshots(settings.calendar(), outcomes);
        long[] judged = midnights();
        SnapshotReader.read(
                options.work().resolve("snapshots.jsonl"),
                settings.stages(),
                (row, micros) -> {
                    open.add(row);
                    if (Arrays.binarySearch(judged, row.asOf()) >= 0) {
                        snapshots.add(row, micros);
                    }
                });
        return snapshots;
    }

    private DealJudge.Question question() {
        return new DealJudge.Question(
                days.startOf(fromDay),
                days.startOf(toDay),
                history.known(days),
                options.stages(),
                options.draws(),
                options.seed(),
                options.atCreation());
    }

    /** The targets, the one asked for first. */
    private List<Target> targets() {
        List<Target> targets = new ArrayList<>(Target.JUDGED);
        targets.sort(Comparator.comparing(target -> !target.key().equals(options.target())));
        return targets;
    }

    private BacktestResult.Plan described(PastModels models) {
        return new BacktestResult.Plan(
                fromDay,
                toDay,
                everyDays,
                options.snapshotDays(),
                options.shiftDays(),
                options.stages().stream().sorted().toList(),
                options.target(),
                options.draws(),
                options.seed(),
                options.model() == null ? null : models.version());
    }
}
