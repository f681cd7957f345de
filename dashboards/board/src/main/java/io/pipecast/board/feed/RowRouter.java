package io.pipecast.board.feed;

import io.pipecast.board.metrics.BoardMetrics;
import io.pipecast.board.views.RowSink;
import io.pipecast.codec.output.HealthAvro;
import io.pipecast.codec.output.RowDecoder;
import io.pipecast.codec.settings.KafkaSettings;
import io.pipecast.codec.settings.Topic;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings each message to the view of its topic; one that cannot be read is counted and logged,
 * never fatal.
 */
final class RowRouter {
    private static final Logger LOG = LoggerFactory.getLogger(RowRouter.class);

    private final RowDecoder decoder = new RowDecoder();
    private final HealthAvro healths = new HealthAvro();
    private final Map<String, Consumer<byte[]>> routes;
    private final RowSink sink;
    private final BoardMetrics metrics;

    RowRouter(KafkaSettings kafka, RowSink sink, BoardMetrics metrics) {
        this.sink = sink;
        this.metrics = metrics;
        this.routes =
                Map.of(
                        kafka.topic(Topic.DEALS), row -> sink.deal(decoder.deal(row)),
                        kafka.topic(Topic.PIPELINES), row -> sink.pipeline(decoder.pipeline(row)),
                        kafka.topic(Topic.HISTORY), row -> sink.history(decoder.pipeline(row)),
                        kafka.topic(Topic.ALERTS), row -> sink.alert(decoder.alert(row)),
                        kafka.topic(Topic.FEEDS), row -> sink.feed(decoder.feed(row)),
                        kafka.topic(Topic.MODELS), row -> sink.model(decoder.model(row)),
                        kafka.topic(Topic.HEALTH), row -> sink.health(healths.health(row)));
        routes.keySet().forEach(metrics::reads);
    }

    void accept(String topic, byte[] message) {
        if (message == null) {
            sink.beat();
            return;
        }
        try {
            routes.get(topic).accept(message);
            metrics.row(topic);
        } catch (IllegalArgumentException e) {
            metrics.unreadable(topic);
            LOG.warn("a row of {} cannot be read: {}", topic, e.getMessage());
        }
    }
}
