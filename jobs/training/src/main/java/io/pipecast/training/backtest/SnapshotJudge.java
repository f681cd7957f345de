package io.pipecast.training.backtest;

import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.training.backtest.SnapshotFile.Snapshot;
import io.pipecast.training.rows.End;
import io.pipecast.training.rows.Life;
import io.pipecast.training.rows.TrainingRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Judges snapshots of a replay by what happened afterwards, beside the stage baselines on the same
 * rows.
 */
public final class SnapshotJudge {
    private static final long DAY_MILLIS = 86_400_000;

    private final PipelineSettings settings;
    private final TrainingRows rows;
    private final Map<String, List<Life>> lives = new HashMap<>();

    /** A judge who knows a whole log. */
    public SnapshotJudge(TrainingRows rows, PipelineSettings settings) {
        this.rows = rows;
        this.settings = settings;
        for (Life life : rows.lives()) {
            lives.computeIfAbsent(life.opportunityId(), id -> new ArrayList<>()).add(life);
        }
    }

    /**
     * What is judged.
     *
     * @param from first instant, epoch milliseconds
     * @param to first instant after the last
     * @param known outcomes after this instant are not looked at, nor snapshots that would need
     *     them
     * @param days within which the win counts
     * @param stages only snapshots in these; all when empty
     */
    public record Question(long from, long to, long known, int days, Set<String> stages) {}

    /**
     * The judgement.
     *
     * @param unscored snapshots without a probability, not judged
     * @param closed snapshots of deals that were not open, of which there must be none
     */
    public record Verdict(
            int deals,
            int unscored,
            int closed,
            ProbabilityScores model,
            ProbabilityScores finalRate,
            ProbabilityScores rateWithin,
            DealBootstrap.Interval aucOverRate,
            DealBootstrap.Interval brierOverRate) {}

    /** Judges the snapshots a question is about. */
    public Verdict judge(List<Snapshot> snapshots, Question question) {
        long from = question.from;
        int stages = settings.stages().size();
        StageBaselines baselines =
                StageBaselines.before(rows, settings.calendar(), stages, from, question.days);
        Judged judged = new Judged();
        for (Snapshot snapshot : snapshots) {
            if (isAsked(snapshot, question)) {
                take(snapshot, question, baselines, judged);
            }
        }
        return judged.verdict();
    }

    private static boolean isAsked(Snapshot snapshot, Question question) {
        return snapshot.asOf() >= question.from
                && snapshot.asOf() < question.to
                && snapshot.asOf() + question.days * DAY_MILLIS <= question.known
                && (question.stages.isEmpty() || question.stages.contains(snapshot.stage()));
    }

    private void take(
            Snapshot snapshot, Question question, StageBaselines baselines, Judged judged) {
        Life life = lifeAt(snapshot);
        int stage = settings.stages().indexOf(snapshot.stage());
        if (life == null || stage < 0) {
            judged.closed++;
        } else if (Double.isNaN(snapshot.probability())) {
            judged.unscored++;
        } else {
            boolean won =
                    life.end() == End.WON
                            && life.endedAt() <= snapshot.asOf() + question.days * DAY_MILLIS;
            judged.add(
                    snapshot.opportunityId(),
                    won,
                    snapshot.probability(),
                    baselines.finalRate()[stage],
                    baselines.rateWithin()[stage]);
        }
    }

    /** The life the deal was in at the instant, or null. */
    private Life lifeAt(Snapshot snapshot) {
        for (Life life : lives.getOrDefault(snapshot.opportunityId(), List.of())) {
            if (life.endedAt() > snapshot.asOf()) {
                return life;
            }
        }
        return null;
    }
}
