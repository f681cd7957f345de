package io.pipecast.streaming.jobs;

import io.pipecast.codec.input.Rejection;
import io.pipecast.codec.output.FeedStatus;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.PipelineForecast;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Sinks for who wants some of a replay's rows: what a subclass does not take goes nowhere. */
public abstract class SomeSinks implements ForecastSinks {
    @Override
    public void deals(DataStream<DealForecast> rows) {}

    @Override
    public void snapshots(DataStream<DealForecast> rows) {}

    @Override
    public void pipelines(DataStream<PipelineForecast> rows) {}

    @Override
    public void history(DataStream<PipelineForecast> rows) {}

    @Override
    public void alerts(DataStream<Alert> rows) {}

    @Override
    public void rejected(DataStream<Rejection> rows) {}

    @Override
    public void feeds(DataStream<FeedStatus> rows) {}
}
