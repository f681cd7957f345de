package io.pipecast.training.backtest;

import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.training.rows.DealLog;
import io.pipecast.training.rows.RowBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Judges the snapshots of any replay by what happened afterwards, beside rivals that know what was
 * known when the first of them was taken.
 */
public final class SnapshotJudge {
    private SnapshotJudge() {}

    /**
     * The judgement.
     *
     * @param closed snapshots of deals that were not open, of which there must be none
     */
    public record Judgement(DealVerdict verdict, int closed) {}

    /**
     * Judges a file.
     *
     * @param log with what happened later
     * @throws IOException when the file cannot be read; the message names the line
     */
    public static Judgement judge(
            Path file,
            DealLog log,
            PipelineSettings settings,
            Target target,
            DealJudge.Question question)
            throws IOException {
        Outcomes outcomes =
                new Outcomes(RowBuilder.build(log, settings), log, settings.stages(), Map.of());
        Snapshots snapshots = new Snapshots(settings.calendar(), outcomes);
        SnapshotReader.read(file, settings.stages(), snapshots::add);
        DealJudge judge =
                new DealJudge(
                        settings, snapshots, outcomes, Cuts.single(question.from()), question);
        return new Judgement(judge.judge(target), snapshots.closed());
    }
}
