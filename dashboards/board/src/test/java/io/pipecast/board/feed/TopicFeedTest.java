package io.pipecast.board.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pipecast.board.BoardException;
import io.pipecast.board.Rows;
import io.pipecast.board.SampleBoard;
import io.pipecast.board.access.Sight;
import io.pipecast.board.alerting.DeliveryLog;
import io.pipecast.board.metrics.BoardMetrics;
import io.pipecast.board.views.Changes;
import io.pipecast.board.views.Views;
import io.pipecast.codec.output.RowAvro;
import io.pipecast.codec.settings.AccessSettings;
import io.pipecast.codec.settings.KafkaSettings;
import io.pipecast.codec.settings.PipecastConfig;
import io.pipecast.codec.settings.Topic;
import io.pipecast.testkit.Ports;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class TopicFeedTest {
    private static final List<String> TOPICS =
            Arrays.stream(Topic.values())
                    .map(topic -> topic.id)
                    .filter(name -> name.startsWith("forecast."))
                    .toList();

    private final KafkaSettings kafka = PipecastConfig.defaults().kafka();
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final CountDownLatch changed = new CountDownLatch(1);
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private final Views views =
            new Views(SampleBoard.settings(), () -> 0, heardBy(changed::countDown));
    private final BoardMetrics metrics =
            new BoardMetrics(
                    views,
                    new Sight(views, AccessSettings.OPEN),
                    SampleBoard.options(0),
                    () -> true,
                    new DeliveryLog());

    private static Changes heardBy(Runnable deal) {
        return new Changes() {
            @Override
            public void cut(long number) {}

            @Override
            public void deal(String opportunityId) {
                deal.run();
            }

            @Override
            public void alert(String alertId) {}

            @Override
            public void feed(String source) {}
        };
    }

    /** A broker whose deals topic ends at an offset; the other topics are empty. */
    private void brokerWithDeals(long end) {
        for (String topic : TOPICS) {
            consumer.updatePartitions(
                    topic, List.of(new PartitionInfo(topic, 0, null, null, null)));
        }
        consumer.updateBeginningOffsets(offsets(0));
        consumer.updateEndOffsets(offsets(0));
        consumer.updateEndOffsets(Map.of(new TopicPartition("forecast.deals", 0), end));
    }

    private static Map<TopicPartition, Long> offsets(long offset) {
        return TOPICS.stream()
                .collect(Collectors.toMap(topic -> new TopicPartition(topic, 0), topic -> offset));
    }

    private void deliver(long offset, String id) {
        byte[] row = RowAvro.encode(Rows.deal(id, 1, 100));
        consumer.schedulePollTask(
                () ->
                        consumer.addRecord(
                                new ConsumerRecord<>("forecast.deals", 0, offset, null, row)));
    }

    private TopicFeed start() {
        return TopicFeed.over(consumer, kafka, views, metrics, caughtUp::countDown);
    }

    @Test
    void hasCaughtUpWhenEverythingOfBeforeTheStartIsIn() throws Exception {
        brokerWithDeals(2);
        deliver(0, "d1");
        try (TopicFeed feed = start()) {
            assertThat(changed.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(caughtUp.getCount()).isEqualTo(1);

            deliver(1, "d2");

            assertThat(caughtUp.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(views.deals()).hasSize(2);
            assertThat(feed).isNotNull();
        }
    }

    @Test
    void anEmptyKafkaIsCaughtUpAtOnce() throws Exception {
        try (TopicFeed feed = start()) {
            assertThat(caughtUp.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(feed).isNotNull();
        }
    }

    @Test
    void closingEndsTheConsumer() {
        brokerWithDeals(0);
        start().close();

        assertThat(consumer.closed()).isTrue();
    }

    @Test
    void anUnreachableBrokerIsOneClearLine() {
        KafkaSettings nobody = kafka.at("127.0.0.1:" + Ports.free());

        assertThatThrownBy(() -> TopicFeed.start(nobody, views, metrics, caughtUp::countDown))
                .isInstanceOf(BoardException.class)
                .hasMessageMatching(
                        "kafka.bootstrapServers must be reachable, but 127.0.0.1:\\d+ does not answer");
    }
}
