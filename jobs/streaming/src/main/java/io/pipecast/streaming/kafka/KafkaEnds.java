package io.pipecast.streaming.kafka;

import io.pipecast.codec.input.Input;
import io.pipecast.codec.input.Rejection;
import io.pipecast.codec.output.FeedStatus;
import io.pipecast.codec.output.ModelStatus;
import io.pipecast.codec.output.RowAvro;
import io.pipecast.codec.settings.FlinkSettings;
import io.pipecast.codec.settings.KafkaSettings;
import io.pipecast.codec.settings.PipecastConfig;
import io.pipecast.codec.settings.Topic;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.streaming.jobs.ForecastSinks;
import io.pipecast.streaming.operators.JobPlan;
import java.util.Properties;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSink;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The job's ends in Kafka: the input topics as one stream, and a sink per output topic. */
public final class KafkaEnds implements ForecastSinks {
    private static final String TRANSACTION_TIMEOUT = "900000";

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
        return properties;
    }

    private static Properties properties(java.util.Map<String, String> map) {
        Properties properties = new Properties();
        properties.putAll(map);
        return properties;
    }
}
