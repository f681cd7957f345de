package io.pipecast.app.backtest;

import io.pipecast.codec.settings.PipecastConfig;
import io.pipecast.training.fit.Effort;
import java.nio.file.Path;
import java.util.Set;

/**
 * What a backtest was asked for, checked. Absent numbers are null: the log decides them.
 *
 * @param events the log
 * @param config the company's, its periods moved where asked for
 * @param from first instant judged, epoch milliseconds, or null
 * @param to first instant no longer judged, or null
 * @param everyDays days between trainings, or null
 * @param snapshotDays days between snapshots
 * @param shiftDays days the fiscal periods were moved
 * @param stages only deals in these; all when empty
 * @param atCreation only the first snapshot of each deal
 * @param target key of the target asked for
 * @param model document of the one model to judge, or null to train
 * @param effort of each training
 * @param draws of deals for the intervals
 * @param seed of the draws
 * @param parallelism tasks of the replay
 * @param work directory for the replay's files
 */
@SuppressWarnings("ArrayRecordComponent") // a document nobody compares
public record BacktestOptions(
        Path events,
        PipecastConfig config,
        Long from,
        Long to,
        Integer everyDays,
        int snapshotDays,
        int shiftDays,
        Set<String> stages,
        boolean atCreation,
        String target,
        byte[] model,
        Effort effort,
        int draws,
        long seed,
        int parallelism,
        Path work) {}
