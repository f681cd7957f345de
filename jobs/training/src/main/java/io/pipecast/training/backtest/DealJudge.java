package io.pipecast.training.backtest;

import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.model.features.TimeInStage;
import io.pipecast.training.backtest.DealVerdict.CutVerdict;
import io.pipecast.training.backtest.DealVerdict.Group;
import io.pipecast.training.backtest.DealVerdict.Lead;
import io.pipecast.training.backtest.DealVerdict.Score;
import io.pipecast.training.backtest.Resampling.Draws;
import io.pipecast.training.backtest.Resampling.Interval;
import io.pipecast.training.rows.Row;
import io.pipecast.training.rows.TrainingRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Judges what a replay's models stated of deals by what became of them, beside rivals that are
 * fitted at the same cuts on what was known then and asked about the same rows.
 */
public final class DealJudge {
    private static final String OWN_LABEL = "Pipecast";

    private final PipelineSettings settings;
    private final Snapshots snapshots;
    private final Outcomes outcomes;
    private final Cuts cuts;
    private final Question question;
    private final List<Rival> rivals;

    /**
     * What is judged.
     *
     * @param from first instant, epoch milliseconds
     * @param to first instant after the last
     * @param known outcomes after this instant are not looked at
     * @param stages only snapshots in these stages; all when empty
     * @param draws of deals for the intervals
     * @param seed of the draws
     * @param atCreation only the first snapshot of each deal
     */
    public record Question(
            long from,
            long to,
            long known,
            Set<String> stages,
            int draws,
            long seed,
            boolean atCreation) {
        /** A question about all snapshots. */
        public Question(long from, long to, long known, Set<String> stages, int draws, long seed) {
            this(from, to, known, stages, draws, seed, false);
        }
    }

    /** A judge of a replay. */
    public DealJudge(
            PipelineSettings settings,
            Snapshots snapshots,
            Outcomes outcomes,
            Cuts cuts,
            Question question) {
        this.settings = settings;
        this.snapshots = snapshots;
        this.outcomes = outcomes;
        this.cuts = cuts;
        this.question = question;
        this.rivals = Rival.all(settings.source());
    }

    /** The judgement of a target. */
    public DealVerdict judge(Target target) {
        long[] ends = snapshots.ends(target);
        List<Integer> judged = new ArrayList<>();
        int undecided = 0;
        int unscored = 0;
        for (int i = 0; i < snapshots.size(); i++) {
            if (!isAsked(i)) {
                continue;
            }
            if (Double.isNaN(snapshots.stated(target.horizon(), i))) {
                unscored++;
            } else if (Known.isKnown(snapshots, i, ends[i], question.known)) {
                judged.add(i);
            } else {
                undecided++;
            }
        }
        Sample sample = sample(target, ends, judged);
        return new DealVerdict(
                target,
                sample.size(),
                sample.deals(),
                undecided,
                unscored,
                sample.base(),
                scores(sample),
                byCut(sample),
                groups(sample),
                Reliability.curves(sample, snapshots, settings, question));
    }

    /** Snapshots there are of what was asked for. */
    public int asked() {
        return (int) IntStream.range(0, snapshots.size()).filter(this::isAsked).count();
    }

    /**
     * Open deals × midnights the log has of what was asked for, counted without the replay.
     *
     * @param midnights of the snapshots, epoch milliseconds, ascending
     */
    public int openMidnights(TrainingRows rows, long[] midnights) {
        if (question.atCreation) {
            return asked();
        }
        int open = 0;
        for (int i = 0; i < rows.size(); i++) {
            long row = rows.row(i);
            long at = settings.calendar().days().startOf(Row.day(row));
            boolean asked =
                    Row.timeBand(row) != TimeInStage.JUST_ENTERED
                            && at >= question.from
                            && at < question.to
                            && isAskedStage(Row.stage(row))
                            && Arrays.binarySearch(midnights, at) >= 0;
            open += asked ? 1 : 0;
        }
        return open;
    }

    private boolean isAskedStage(int stage) {
        return question.stages.isEmpty()
                || stage >= 0 && question.stages.contains(settings.stages().get(stage).name());
    }

    private boolean isAsked(int i) {
        Snapshots.Snapshot row = snapshots.row(i);
        return row.asOf() >= question.from
                && row.asOf() < question.to
                && cuts.at(row.asOf()) >= 0
                && (!question.atCreation || snapshots.isFirst(i))
                && isAskedStage(row.stage());
    }

    private Sample sample(Target target, long[] ends, List<Integer> judged) {
        int[] rows = judged.stream().mapToInt(Integer::intValue).toArray();
        boolean[] came = new boolean[rows.length];
        double[][] stated = new double[1 + rivals.size()][rows.length];
        IntToDoubleFunction[] fitted = new IntToDoubleFunction[rivals.size()];
        int cut = -1;
        for (int i = 0; i < rows.length; i++) {
            int row = rows[i];
            came[i] = snapshots.wonBefore(row, ends[row]);
            stated[0][i] = snapshots.stated(target.horizon(), row);
            int at = cuts.at(snapshots.row(row).asOf());
            if (at != cut) {
                cut = at;
                fit(fitted, target, ends, cuts.instant(cut));
            }
            for (int r = 0; r < fitted.length; r++) {
                stated[1 + r][i] = fitted[r].applyAsDouble(row);
            }
        }
        return Sample.of(snapshots, rows, came, stated);
    }

    private void fit(IntToDoubleFunction[] fitted, Target target, long[] ends, long cut) {
        Known known = new Known(settings, snapshots, target, ends, outcomes, cut);
        for (int r = 0; r < fitted.length; r++) {
            fitted[r] = rivals.get(r).fit().apply(known);
        }
    }

    private List<Score> scores(Sample sample) {
        Resampling resampling = sample.resampling(question.draws, question.seed);
        ProbabilityScores[] scores = new ProbabilityScores[sample.stated().length];
        Draws[] draws = new Draws[scores.length];
        for (int f = 0; f < scores.length; f++) {
            scores[f] = ProbabilityScores.of(sample.stated()[f], sample.came());
            draws[f] = resampling.of(sample.stated()[f]);
        }
        double base = scores[1].brier();
        List<Score> all = new ArrayList<>();
        for (int f = 0; f < scores.length; f++) {
            Rival rival = f == 0 ? null : rivals.get(f - 1);
            all.add(
                    new Score(
                            rival == null ? DealVerdict.MODEL : rival.key(),
                            rival == null ? OWN_LABEL : rival.label(),
                            rival == null ? "the model of its time" : rival.note(),
                            scores[f],
                            1 - scores[f].brier() / base,
                            Interval.of(draws[f].auc()),
                            Interval.of(draws[f].logLoss()),
                            Interval.of(draws[f].brier()),
                            Interval.of(draws[f].ece()),
                            rival == null ? null : lead(scores, draws, f)));
        }
        return all;
    }

    private static Lead lead(ProbabilityScores[] scores, Draws[] draws, int rival) {
        return new Lead(
                scores[0].auc() - scores[rival].auc(),
                Interval.of(draws[0].auc(), draws[rival].auc(), (model, other) -> model - other),
                scores[0].brier() / scores[rival].brier(),
                Interval.of(
                        draws[0].brier(), draws[rival].brier(), (model, other) -> model / other));
    }

    private List<CutVerdict> byCut(Sample sample) {
        List<CutVerdict> verdicts = new ArrayList<>();
        for (int cut = 0; cut < cuts.size(); cut++) {
            int at = cut;
            Sample part =
                    sample.where(
                            snapshots, i -> cuts.at(snapshots.row(sample.rows()[i]).asOf()) == at);
            if (part.size() > 0) {
                verdicts.add(
                        new CutVerdict(
                                settings.calendar().days().dayOf(cuts.instant(cut)),
                                part.size(),
                                part.deals(),
                                part.base(),
                                scores(part)));
            }
        }
        return verdicts;
    }

    private List<Group> groups(Sample sample) {
        List<Group> groups = new ArrayList<>();
        int rival = 1 + indexOf(Rival.STAGE_TIME);
        for (Grouping grouping : Grouping.of(sample, snapshots, settings)) {
            for (String value : grouping.values()) {
                Sample part =
                        sample.where(snapshots, i -> value.equals(grouping.of(sample.rows()[i])));
                groups.add(group(grouping.by(), value, part, rival));
            }
        }
        return groups;
    }

    private int indexOf(String key) {
        return rivals.stream().map(Rival::key).toList().indexOf(key);
    }

    private Group group(String by, String value, Sample part, int rival) {
        double[] gaps = new double[part.size()];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = part.stated()[0][i] - (part.came()[i] ? 1 : 0);
        }
        Resampling resampling = part.resampling(question.draws, question.seed);
        return new Group(
                by,
                value,
                part.size(),
                part.deals(),
                part.mean(0),
                part.base(),
                Interval.of(resampling.means(gaps)),
                ProbabilityScores.of(part.stated()[0], part.came()),
                ProbabilityScores.brier(part.stated()[rival], part.came()));
    }
}
