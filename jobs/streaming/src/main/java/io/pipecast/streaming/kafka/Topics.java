package io.pipecast.streaming.kafka;

import io.pipecast.codec.settings.KafkaSettings;
import io.pipecast.codec.settings.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;

/** Sees to it that the topics are there before anything starts. */
public final class Topics {
    private static final int PATIENCE_SECONDS = 10;
    private static final String SCORES_KEPT = Long.toString(TimeUnit.DAYS.toMillis(400));

    private Topics() {}

    /** The broker could not be used; the message says which one and why. */
    public static final class Unreachable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreachable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Makes the topics that are missing; returns the number of partitions of every input topic. */
    public static Map<String, Integer> ensure(KafkaSettings kafka) {
        Map<String, Object> properties = new HashMap<>(kafka.producerProperties());
        properties.keySet().retainAll(AdminClientConfig.configNames());
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_SECONDS * 1000);
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_SECONDS * 1000 / 2);
        try (Admin admin = Admin.create(properties)) {
            Set<String> existing =
                    admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            List<NewTopic> missing = new ArrayList<>();
            for (Topic topic : Topic.values()) {
                if (!existing.contains(kafka.topic(topic))) {
                    missing.add(definition(topic, kafka));
                }
            }
            CreateTopicsResult created = admin.createTopics(missing);
            created.all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return partitions(admin, kafka, created);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            Throwable cause = e instanceof ExecutionException ? e.getCause() : e;
            throw new Unreachable(
                    "kafka.bootstrapServers must be a reachable broker, was "
                            + kafka.bootstrapServers()
                            + " ("
                            + reason(cause)
                            + ")",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable("interrupted while reaching " + kafka.bootstrapServers(), e);
        }
    }

    private static String reason(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private static NewTopic definition(Topic topic, KafkaSettings kafka) {
        NewTopic definition =
                new NewTopic(
                        kafka.topic(topic),
                        topic.single ? 1 : kafka.partitions(),
                        (short) kafka.replication());
        Map<String, String> config = new HashMap<>();
        if (topic.upsert) {
            config.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        } else if (topic == Topic.HISTORY || topic == Topic.CONTROL) {
            // as published is kept for at least nine quarters; a model can always be restored
            config.put(TopicConfig.RETENTION_MS_CONFIG, "-1");
        } else if (topic == Topic.SCORES || topic == Topic.SHADOW) {
            // long enough to judge every horizon, and to add a year up anew
            config.put(TopicConfig.RETENTION_MS_CONFIG, SCORES_KEPT);
        }
        return definition.configs(config);
    }

    /** A broker may not describe at once what it has just created: its answer then says as much. */
    private static Map<String, Integer> partitions(
            Admin admin, KafkaSettings kafka, CreateTopicsResult created)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<String, Integer> partitions = new HashMap<>();
        List<String> known = new ArrayList<>();
        for (Topic topic : Topic.INPUTS) {
            String name = kafka.topic(topic);
            if (created.values().containsKey(name)) {
                partitions.put(
                        name, created.numPartitions(name).get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            } else {
                known.add(name);
            }
        }
        Map<String, TopicDescription> described =
                admin.describeTopics(known).allTopicNames().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        described.forEach(
                (name, description) -> partitions.put(name, description.partitions().size()));
        return partitions;
    }
}
