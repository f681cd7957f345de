package io.pipecast.app.backtest;

import io.pipecast.app.UserError;
import io.pipecast.codec.modelfile.ModelFile;
import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.model.scoring.HazardModel;
import io.pipecast.streaming.operators.JobPlan;
import io.pipecast.training.backtest.BacktestResult;
import io.pipecast.training.backtest.Cuts;
import io.pipecast.training.fit.Effort;
import io.pipecast.training.fit.HazardTrainer;
import io.pipecast.training.rows.TrainingRows;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The models that could have been trained at each cut from what was known then, each in force from
 * its cut on.
 */
final class PastModels {
    private static final Logger LOG = LoggerFactory.getLogger(PastModels.class);

    private final List<HazardModel> models;
    private final Cuts cuts;

    private PastModels(List<HazardModel> models, Cuts cuts) {
        this.models = models;
        this.cuts = cuts;
    }

    /** Trains a model for every cut, all on the same rows. */
    static PastModels train(
            TrainingRows rows, PipelineSettings settings, Cuts cuts, Effort effort) {
        HazardTrainer trainer = new HazardTrainer(settings, effort, step -> {});
        AtomicInteger done = new AtomicInteger();
        // one after another: they walk the same histories, and share the forecasts of past periods
        List<HazardModel> models =
                IntStream.range(0, cuts.size())
                        .mapToObj(cut -> train(rows, trainer, cuts, cut, done))
                        .toList();
        return new PastModels(models, cuts);
    }

    private static HazardModel train(
            TrainingRows rows, HazardTrainer trainer, Cuts cuts, int cut, AtomicInteger done) {
        long at = cuts.instant(cut);
        try {
            HazardModel model = trainer.fit(rows, at);
            LOG.info("model {} of {}: {}", done.incrementAndGet(), cuts.size(), model.version());
            return model.published(cut + 1L, at);
        } catch (IllegalArgumentException tooLittle) {
            throw new UserError(tooLittle.getMessage(), tooLittle);
        }
    }

    /** One model that is given, in force from a cut on. */
    static PastModels given(byte[] document, PipelineSettings settings, long from) {
        HazardModel model = read(document, settings);
        return new PastModels(List.of(model.published(1, from)), Cuts.single(from));
    }

    /** Nothing later than this was known to a model, epoch milliseconds. */
    static long trainedUntil(byte[] document, PipelineSettings settings) {
        return read(document, settings).card().trainedUntil();
    }

    private static HazardModel read(byte[] document, PipelineSettings settings) {
        return ModelFile.read(document, settings.stages(), settings.currency()).model();
    }

    Cuts cuts() {
        return cuts;
    }

    /** Puts the models into a replay. */
    void into(JobPlan plan) {
        for (HazardModel model : models) {
            plan.withDatedModel(model.sequence(), model.effectiveFrom(), ModelFile.write(model));
        }
    }

    /** What the report says of them. */
    List<BacktestResult.Cut> described(DayClock days) {
        return models.stream()
                .map(
                        model ->
                                new BacktestResult.Cut(
                                        days.dayOf(model.effectiveFrom()),
                                        model.version(),
                                        model.card().metrics()))
                .toList();
    }

    /** Version of the only model. */
    String version() {
        return models.get(0).version();
    }
}
