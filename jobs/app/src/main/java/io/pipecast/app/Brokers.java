package io.pipecast.app;

import io.pipecast.codec.settings.KafkaSettings;
import io.pipecast.streaming.kafka.Topics;
import java.util.Map;

/** Brokers as commands need them: reached, and with their topics, before anything starts. */
final class Brokers {
    private Brokers() {}

    /** Makes missing topics; partitions by input topic. */
    static Map<String, Integer> ensureTopics(KafkaSettings kafka) {
        try {
            return Topics.ensure(kafka);
        } catch (Topics.Unreachable e) {
            throw new UserError(e.getMessage(), e);
        }
    }
}
