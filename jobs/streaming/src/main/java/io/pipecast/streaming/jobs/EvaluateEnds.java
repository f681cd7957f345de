package io.pipecast.streaming.jobs;

import io.pipecast.codec.output.ModelHealth;
import io.pipecast.domain.forecast.DealScore;
import io.pipecast.domain.forecast.PipelineForecast;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Where the job {@code evaluate} reads from and writes to. */
public interface EvaluateEnds {
    /** Chances given at midnights, and how deals ended. */
    DataStream<DealScore> scores(StreamExecutionEnvironment env);

    /** Forecasts of periods as published at midnights. */
    DataStream<PipelineForecast> history(StreamExecutionEnvironment env);

    /** How right models have been. */
    void health(DataStream<ModelHealth> rows);
}
