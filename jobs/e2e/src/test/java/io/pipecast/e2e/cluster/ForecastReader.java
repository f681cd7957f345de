package io.pipecast.e2e.cluster;

import io.pipecast.codec.output.RowDecoder;
import io.pipecast.codec.settings.KafkaSettings;
import io.pipecast.codec.settings.Topic;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.PipelineForecast.PeriodRole;
import io.pipecast.domain.forecast.Quantity;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the forecasts and keeps the newest of the company's current period. */
final class ForecastReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final RowDecoder decoder = new RowDecoder();
    private PipelineForecast landing;

    ForecastReader(KafkaSettings kafka) {
        Map<String, Object> properties = new HashMap<>(kafka.consumerProperties());
        consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> all = List.of(new TopicPartition(kafka.topic(Topic.PIPELINES), 0));
        consumer.assign(all);
        consumer.seekToBeginning(all);
    }

    /** The newest forecast of the current period that has open deals in it, or null so far. */
    PipelineForecast landing() {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            PipelineForecast row = decoder.pipeline(record.value());
            if (row.level() == 0
                    && row.periodKind() == PeriodRole.CURRENT
                    && row.value(Quantity.OPEN_AMOUNT) > 0) {
                landing = row;
            }
        }
        return landing;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
