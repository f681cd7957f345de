package io.pipecast.board.feed;

import io.pipecast.board.BoardException;
import io.pipecast.board.metrics.BoardMetrics;
import io.pipecast.board.steering.SteeringSink;
import io.pipecast.board.views.RowSink;
import io.pipecast.codec.settings.KafkaSettings;
import io.pipecast.codec.settings.Topic;
import io.pipecast.domain.settings.PipelineSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the forecast topics from their beginning, in no consumer group: every board sees
 * everything. Says once when all that had been published before the start is in.
 */
public final class TopicFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicFeed.class);
    private static final List<Topic> ROWS =
            List.of(
                    Topic.DEALS,
                    Topic.PIPELINES,
                    Topic.HISTORY,
                    Topic.ALERTS,
                    Topic.FEEDS,
                    Topic.MODELS,
                    Topic.HEALTH);
    private static final List<Topic> STEERING = List.of(Topic.CONTROL, Topic.ORGANIZATION);
    private static final Duration REACH = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long RETRY_MILLIS = 2_000;

    private final Consumer<byte[], byte[]> consumer;
    private final TopicPartitions partitions;
    private final java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> router;
    private final Runnable caughtUp;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private boolean saidCaughtUp;

    private TopicFeed(
            Consumer<byte[], byte[]> consumer,
            TopicPartitions partitions,
            java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> router,
            Runnable caughtUp,
            String name) {
        this.consumer = consumer;
        this.partitions = partitions;
        this.router = router;
        this.caughtUp = caughtUp;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    /**
     * Begins to read.
     *
     * @param caughtUp called once, on the reading thread
     * @throws BoardException when no broker answers
     */
    public static TopicFeed start(
            KafkaSettings kafka, RowSink sink, BoardMetrics metrics, Runnable caughtUp) {
        return over(reachable(kafka), kafka, sink, metrics, caughtUp);
    }

    static TopicFeed over(
            Consumer<byte[], byte[]> consumer,
            KafkaSettings kafka,
            RowSink sink,
            BoardMetrics metrics,
            Runnable caughtUp) {
        RowRouter router = new RowRouter(kafka, sink, metrics);
        return new TopicFeed(
                        consumer,
                        new TopicPartitions(consumer, kafka, ROWS),
                        record -> router.accept(record.topic(), record.value()),
                        caughtUp,
                        "board-feed")
                .started();
    }

    /**
     * Begins to read what steers: {@code pipecast.control} and the quotas of {@code
     * crm.organization}. The board is ready without it.
     */
    public static TopicFeed steering(
            KafkaSettings kafka, PipelineSettings settings, SteeringSink sink) {
        Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties(kafka, "pipecast-board-steering"));
        SteeringRouter router = new SteeringRouter(settings, sink);
        return new TopicFeed(
                        consumer,
                        new TopicPartitions(consumer, kafka, STEERING),
                        router::accept,
                        () -> {},
                        "board-steering")
                .started();
    }

    private TopicFeed started() {
        thread.start();
        return this;
    }

    private static KafkaConsumer<byte[], byte[]> reachable(KafkaSettings kafka) {
        KafkaConsumer<byte[], byte[]> consumer = null;
        try {
            consumer = new KafkaConsumer<>(properties(kafka, "pipecast-board"));
            consumer.listTopics(REACH);
            return consumer;
        } catch (KafkaException e) {
            if (consumer != null) {
                consumer.close(CloseOptions.timeout(Duration.ZERO));
            }
            LOG.debug("no broker", e);
            throw new BoardException(
                    "kafka.bootstrapServers must be reachable, but "
                            + kafka.bootstrapServers()
                            + " does not answer");
        }
    }

    private static Map<String, Object> properties(KafkaSettings kafka, String client) {
        Map<String, Object> all = new HashMap<>(kafka.consumerProperties());
        all.put(ConsumerConfig.CLIENT_ID_CONFIG, client);
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        all.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
        all.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        all.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        all.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        return all;
    }

    private void run() {
        try (consumer) {
            while (closing.getCount() > 0) {
                step();
            }
        } catch (WakeupException e) {
            LOG.debug("feed closed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void step() throws InterruptedException {
        try {
            partitions.refresh();
            if (partitions.isEmpty()) {
                sayCaughtUp();
                closing.await(POLL.toMillis(), TimeUnit.MILLISECONDS);
                return;
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                router.accept(record);
            }
            if (!saidCaughtUp && partitions.isCaughtUp()) {
                sayCaughtUp();
            }
        } catch (WakeupException e) {
            throw e;
        } catch (KafkaException e) {
            LOG.error("reading the forecast topics failed, trying again", e);
            closing.await(RETRY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void sayCaughtUp() {
        if (!saidCaughtUp) {
            saidCaughtUp = true;
            caughtUp.run();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        consumer.wakeup();
        try {
            thread.join(REACH.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
