package io.pipecast.board.views;

import io.pipecast.codec.output.FeedStatus;
import io.pipecast.codec.output.ModelHealth;
import io.pipecast.codec.output.ModelStatus;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.PipelineForecast;

/**
 * Takes the rows the forecast job publishes, in any repetition; a row of an older version changes
 * nothing.
 */
public interface RowSink {
    /** A row of a cut of {@code forecast.pipelines}. */
    void pipeline(PipelineForecast row);

    /** A settled row of {@code forecast.history}, as published then. */
    void history(PipelineForecast row);

    void deal(DealForecast row);

    void alert(Alert row);

    void feed(FeedStatus row);

    /** What became of a published model. */
    void model(ModelStatus row);

    /** How right a model has been. */
    void health(ModelHealth row);

    /** A sign of life without a row. */
    void beat();
}
