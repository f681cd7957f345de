package io.pipecast.codec.settings;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the streams are.
 *
 * @param bootstrapServers host:port, separated by commas
 * @param partitions partitions of topics that are created
 * @param replication replication factor of topics that are created
 * @param topicPrefix put before every topic name
 * @param properties further properties of every client
 * @param consumer further properties of consumers
 * @param producer further properties of producers
 */
public record KafkaSettings(
        String bootstrapServers,
        int partitions,
        int replication,
        String topicPrefix,
        Map<String, String> properties,
        Map<String, String> consumer,
        Map<String, String> producer) {

    /** Name of a topic in this Kafka. */
    public String topic(Topic topic) {
        return topicPrefix + topic.id;
    }

    /** The same settings at another Kafka. */
    public KafkaSettings at(String servers) {
        return new KafkaSettings(
                servers, partitions, replication, topicPrefix, properties, consumer, producer);
    }

    /** Properties of a consumer, bootstrap.servers included. */
    public Map<String, String> consumerProperties() {
        return merged(consumer);
    }

    /** Properties of a producer, bootstrap.servers included. */
    public Map<String, String> producerProperties() {
        return merged(producer);
    }

    private Map<String, String> merged(Map<String, String> special) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("bootstrap.servers", bootstrapServers);
        all.putAll(properties);
        all.putAll(special);
        return all;
    }
}
