package io.pipecast.streaming.operators;

import io.pipecast.codec.input.Rejection;
import io.pipecast.codec.output.FeedStatus;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.DealScore;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.streaming.serialization.HealthTypes;
import io.pipecast.streaming.serialization.RowTypes;
import org.apache.flink.util.OutputTag;

/** Tags of the side outputs. */
public final class Streams {
    public static final OutputTag<Steering> STEERING =
            new OutputTag<>("steering", RowTypes.STEERING);
    public static final OutputTag<Steering> HEARD = new OutputTag<>("heard", RowTypes.STEERING);
    public static final OutputTag<Rejection> REJECTED =
            new OutputTag<>("rejected", RowTypes.REJECTION);
    public static final OutputTag<FeedStatus> FEEDS = new OutputTag<>("feeds", RowTypes.FEED);
    public static final OutputTag<DealForecast> DEALS = new OutputTag<>("deals", RowTypes.DEAL);
    public static final OutputTag<DealForecast> SNAPSHOTS =
            new OutputTag<>("snapshots", RowTypes.DEAL);
    public static final OutputTag<Alert> ALERTS = new OutputTag<>("alerts", RowTypes.ALERT);
    public static final OutputTag<PipelineForecast> HISTORY =
            new OutputTag<>("history", RowTypes.PIPELINE);

    public static final OutputTag<DealScore> SCORES = new OutputTag<>("scores", HealthTypes.SCORE);
    public static final OutputTag<DealScore> SHADOW = new OutputTag<>("shadow", HealthTypes.SCORE);

    private Streams() {}
}
