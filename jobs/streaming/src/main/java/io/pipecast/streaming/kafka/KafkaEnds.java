package io.pipecast.streaming.kafka;

import io.pipecast.codec.input.Input;
import io.pipecast.codec.input.Rejection;
import io.pipecast.codec.output.FeedStatus;
import io.pipecast.codec.output.HealthAvro;
import io.pipecast.codec.output.ModelHealth;
import io.pipecast.codec.output.ModelStatus;
import io.pipecast.codec.output.RowAvro;
import io.pipecast.codec.output.RowDecoder;
import io.pipecast.codec.settings.FlinkSettings;
import io.pipecast.codec.settings.KafkaSettings;
import io.pipecast.codec.settings.PipecastConfig;
import io.pipecast.codec.settings.Topic;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.DealScore;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.streaming.jobs.EvaluateEnds;
import io.pipecast.streaming.jobs.ForecastSinks;
import io.pipecast.streaming.operators.JobPlan;
import io.pipecast.streaming.serialization.HealthTypes;
import io.pipecast.streaming.serialization.RowTypes;
import java.util.List;
import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSink;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The job's ends in Kafka: the input topics as one stream, and a sink per output topic. */
public final class KafkaEnds implements ForecastSinks, EvaluateEnds {
    private static final String TRANSACTION_TIMEOUT = "900000";

    /** A row waits this long for company: a request costs the broker more than many rows. */
    private static final String LINGER_MILLIS = "25";

    private static final String BATCH_BYTES = "131072";

    private final KafkaSettings kafka;
    private final FlinkSettings flink;
    private final long lateness;

    public KafkaEnds(PipecastConfig config) {
        this.kafka = config.kafka();
        this.flink = config.flink();
        this.lateness = config.pipeline().latenessMillis();
    }

    /**
     * All input topics: from the restored position, or else from the beginning. Never from the
     * group's offsets without the state that belongs to them: what was read before would be missing
     * from every number.
     */
    public DataStream<Input> inputs(StreamExecutionEnvironment env, JobPlan plan) {
        KafkaSource<Input> source =
                KafkaSource.<Input>builder()
                        .setTopics(Topic.INPUTS.stream().map(kafka::topic).toList())
                        .setGroupId(kafka.topicPrefix() + "pipecast")
                        .setStartingOffsets(OffsetsInitializer.earliest())
                        .setDeserializer(new InputRecords(plan))
                        .setProperties(properties(kafka.consumerProperties()))
                        .build();
        return env.fromSource(source, TickWatermarks.strategy(lateness), "crm").uid("crm-topics");
    }

    @Override
    public void deals(DataStream<DealForecast> rows) {
        write(rows, Topic.DEALS, DealForecast::opportunityId, RowAvro::encode);
    }

    @Override
    public void snapshots(DataStream<DealForecast> rows) {
        // snapshots are a replay's
    }

    @Override
    public void pipelines(DataStream<PipelineForecast> rows) {
        write(rows, Topic.PIPELINES, PipelineForecast::key, RowAvro::encode).setParallelism(1);
    }

    @Override
    public void history(DataStream<PipelineForecast> rows) {
        write(rows, Topic.HISTORY, PipelineForecast::key, RowAvro::encode).setParallelism(1);
    }

    @Override
    public void alerts(DataStream<Alert> rows) {
        write(rows, Topic.ALERTS, Alert::alertId, RowAvro::encode);
    }

    @Override
    public void rejected(DataStream<Rejection> rows) {
        write(rows, Topic.REJECTED, Rejection::source, RowAvro::encode);
    }

    @Override
    public void feeds(DataStream<FeedStatus> rows) {
        write(rows, Topic.FEEDS, FeedStatus::source, RowAvro::encode).setParallelism(1);
    }

    @Override
    public void scores(DataStream<DealScore> rows) {
        write(rows, Topic.SCORES, DealScore::opportunityId, HealthAvro::encode);
    }

    @Override
    public void shadow(DataStream<DealScore> rows) {
        write(rows, Topic.SHADOW, DealScore::opportunityId, HealthAvro::encode);
    }

    @Override
    public void health(DataStream<ModelHealth> rows) {
        write(rows, Topic.HEALTH, ModelHealth::key, HealthAvro::encode).setParallelism(1);
    }

    /** Chances on record, of the model in force and of shadows, from the beginning. */
    @Override
    public DataStream<DealScore> scores(StreamExecutionEnvironment env) {
        return rows(
                env,
                "scores",
                List.of(Topic.SCORES, Topic.SHADOW),
                new WrittenRows<>(HealthTypes.SCORE, () -> new HealthAvro()::score));
    }

    /** Forecasts as published at midnights, from the beginning. */
    @Override
    public DataStream<PipelineForecast> history(StreamExecutionEnvironment env) {
        return rows(
                env,
                "history",
                List.of(Topic.HISTORY),
                new WrittenRows<>(RowTypes.PIPELINE, () -> new RowDecoder()::pipeline));
    }

    private <T> DataStream<T> rows(
            StreamExecutionEnvironment env,
            String name,
            List<Topic> topics,
            WrittenRows<T> decoder) {
        Properties properties = properties(kafka.consumerProperties());
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        KafkaSource<T> source =
                KafkaSource.<T>builder()
                        .setTopics(topics.stream().map(kafka::topic).toList())
                        .setGroupId(kafka.topicPrefix() + "pipecast-evaluate")
                        .setStartingOffsets(OffsetsInitializer.earliest())
                        .setDeserializer(decoder)
                        .setProperties(properties)
                        .build();
        return env.fromSource(source, WatermarkStrategy.noWatermarks(), name)
                .uid("kafka-read-" + name);
    }

    @Override
    public void models(DataStream<ModelStatus> rows) {
        write(rows, Topic.MODELS, row -> Long.toString(row.sequence()), RowAvro::encode)
                .setParallelism(1);
    }

    private <T> DataStreamSink<T> write(
            DataStream<T> rows,
            Topic topic,
            KeySelector<T, String> key,
            RowRecords.Encoder<T> encoder) {
        boolean exactlyOnce = flink.delivery() == FlinkSettings.Delivery.EXACTLY_ONCE;
        KafkaSink<T> sink =
                KafkaSink.<T>builder()
                        .setBootstrapServers(kafka.bootstrapServers())
                        .setKafkaProducerConfig(producerProperties())
                        .setRecordSerializer(new RowRecords<>(kafka.topic(topic), key, encoder))
                        .setDeliveryGuarantee(
                                exactlyOnce
                                        ? DeliveryGuarantee.EXACTLY_ONCE
                                        : DeliveryGuarantee.AT_LEAST_ONCE)
                        .setTransactionalIdPrefix(kafka.topicPrefix() + "pipecast-" + topic.id)
                        .build();
        return rows.sinkTo(sink).uid("kafka-" + topic.id).name("write " + topic.id);
    }

    /**
     * The connector asks for transactions of an hour, which a broker with its default limit of 15
     * minutes refuses: the job would never start with exactly-once delivery.
     */
    private Properties producerProperties() {
        Properties properties = properties(kafka.producerProperties());
        properties.putIfAbsent(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT);
        properties.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
        properties.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        return properties;
    }

    private static Properties properties(java.util.Map<String, String> map) {
        Properties properties = new Properties();
        properties.putAll(map);
        return properties;
    }
}
