package io.pipecast.board.feed;

import io.pipecast.codec.settings.KafkaSettings;
import io.pipecast.codec.settings.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/**
 * The partitions the board reads: found at the start, and looked for again where a topic is created
 * or grows later.
 */
final class TopicPartitions {
    private static final long MISSING_NANOS = 1_000_000_000L;
    private static final long GROWTH_NANOS = 60_000_000_000L;

    private final Consumer<byte[], byte[]> consumer;
    private final List<String> topics;
    private final Set<TopicPartition> assigned = new HashSet<>();
    private final Map<TopicPartition, Long> endsAtStart = new HashMap<>();
    private boolean looked;
    private long lookedAt;
    private boolean allFound;

    TopicPartitions(Consumer<byte[], byte[]> consumer, KafkaSettings kafka, List<Topic> read) {
        this.consumer = consumer;
        this.topics = read.stream().map(kafka::topic).toList();
    }

    boolean isEmpty() {
        return assigned.isEmpty();
    }

    /** Looks for partitions now and then, sooner while a topic is missing. */
    void refresh() {
        long pause = allFound ? GROWTH_NANOS : MISSING_NANOS;
        if (looked && System.nanoTime() - lookedAt < pause) {
            return;
        }
        Map<String, List<PartitionInfo>> known = consumer.listTopics();
        List<TopicPartition> found = new ArrayList<>();
        for (String topic : topics) {
            for (PartitionInfo partition : known.getOrDefault(topic, List.of())) {
                found.add(new TopicPartition(topic, partition.partition()));
            }
        }
        allFound = topics.stream().allMatch(known::containsKey);
        assign(found);
        looked = true;
        lookedAt = System.nanoTime();
    }

    private void assign(List<TopicPartition> found) {
        List<TopicPartition> added = found.stream().filter(p -> !assigned.contains(p)).toList();
        if (added.isEmpty()) {
            return;
        }
        assigned.addAll(added);
        consumer.assign(assigned);
        consumer.seekToBeginning(added);
        if (!looked) {
            endsAtStart.putAll(consumer.endOffsets(added));
        }
    }

    /** Whether everything is read that was there at the start. */
    boolean isCaughtUp() {
        return endsAtStart.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }
}
