package io.pipecast.streaming.jobs;

import io.pipecast.codec.input.Rejection;
import io.pipecast.codec.output.FeedStatus;
import io.pipecast.codec.output.ModelStatus;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.DealScore;
import io.pipecast.domain.forecast.PipelineForecast;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Where the job's results go; the caller of the topology decides. */
public interface ForecastSinks {
    void deals(DataStream<DealForecast> rows);

    void snapshots(DataStream<DealForecast> rows);

    void pipelines(DataStream<PipelineForecast> rows);

    void history(DataStream<PipelineForecast> rows);

    void alerts(DataStream<Alert> rows);

    void rejected(DataStream<Rejection> rows);

    void feeds(DataStream<FeedStatus> rows);

    /** Chances given at midnights by the model in force; a live job's alone. */
    default void scores(DataStream<DealScore> rows) {}

    /** Chances given at midnights by a shadow; a live job's alone. */
    default void shadow(DataStream<DealScore> rows) {}

    /** What becomes of published models; a live job's alone. */
    default void models(DataStream<ModelStatus> rows) {}
}
