package io.pipecast.codec.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The part of the option table that says where and how Pipecast runs; no number depends on it. */
final class RuntimeOptions {
    static final List<Option<?>> TABLE = new ArrayList<>();

    static final Option<String> SERVERS =
            add(
                    "kafka.bootstrapServers",
                    Kind.matching(
                            "[^\\s:,]+:\\d{1,5}(,[^\\s:,]+:\\d{1,5})*",
                            "must be host:port, more than one separated by commas"),
                    "localhost:9092",
                    "Kafka brokers to start from.");
    static final Option<Integer> PARTITIONS =
            add(
                    "kafka.partitions",
                    Kind.whole(1, 1024),
                    "4",
                    "Partitions of topics that are created.");
    static final Option<Integer> REPLICATION =
            add(
                    "kafka.replication",
                    Kind.whole(1, 16),
                    "1",
                    "Replication factor of topics that are created.");
    static final Option<String> PREFIX =
            add(
                    "kafka.topicPrefix",
                    Kind.matching(
                            "[a-zA-Z0-9._-]{0,100}",
                            "must have letters, digits, dots, hyphens and underscores only"),
                    "\"\"",
                    "Put before every topic name.");
    static final Option<Map<String, String>> PROPERTIES =
            add(
                    "kafka.properties",
                    Kind.properties(),
                    "{}",
                    "Further properties of every Kafka client, such as security.protocol.");
    static final Option<Map<String, String>> CONSUMER =
            add("kafka.consumer", Kind.properties(), "{}", "Further properties of consumers.");
    static final Option<Map<String, String>> PRODUCER =
            add("kafka.producer", Kind.properties(), "{}", "Further properties of producers.");

    static final Option<Integer> PARALLELISM =
            add("flink.parallelism", Kind.whole(1, 1024), "2", "Parallel tasks of the job.");
    static final Option<Duration> CHECKPOINTS =
            add(
                    "flink.checkpointInterval",
                    Kind.duration(Duration.ofMillis(100), Duration.ofDays(1)),
                    "PT10S",
                    "Time between checkpoints.");
    static final Option<String> CHECKPOINT_DIR =
            add(
                    "flink.checkpointDir",
                    Kind.text(),
                    "\"\"",
                    "Directory or URI of checkpoints; empty leaves it to the Flink cluster.");
    static final Option<FlinkSettings.StateBackend> STATE_BACKEND =
            add(
                    "flink.stateBackend",
                    Kind.choice(FlinkSettings.StateBackend.class),
                    "hashmap",
                    "Where state lives: hashmap is fastest, rocksdb holds more than memory.");
    static final Option<FlinkSettings.Delivery> DELIVERY =
            add(
                    "flink.delivery",
                    Kind.choice(FlinkSettings.Delivery.class),
                    "at-least-once",
                    "Output guarantee: at-least-once upserts arrive in milliseconds, exactly-once"
                            + " with the checkpoint.");
    static final Option<Duration> FLUSH =
            add(
                    "flink.flushInterval",
                    Kind.duration(Duration.ZERO, Duration.ofMinutes(10)),
                    "PT0.2S",
                    "How long changes are combined before a cut of the forecasts is published.");

    static final Option<Integer> FLINK_METRICS =
            add(
                    "flink.metricsPort",
                    Kind.whole(0, 65535),
                    "0",
                    "Port at which pipecast run serves Flink's own metrics to Prometheus, on every"
                            + " address of the machine; 0 serves none. A cluster has its own"
                            + " setting.");

    static final Option<String> HOST =
            add("board.host", Kind.required(), "127.0.0.1", "Address the board listens on.");
    static final Option<Integer> PORT =
            add("board.port", Kind.whole(1, 65535), "8480", "Port the board listens on.");
    static final Option<Integer> DAY_START =
            add(
                    "board.dayStartHour",
                    Kind.whole(0, 23),
                    "8",
                    "Hour of a working day from which feeds are expected to send events.");
    static final Option<Integer> DAY_END =
            add(
                    "board.dayEndHour",
                    Kind.whole(1, 24),
                    "18",
                    "Hour of a working day until which feeds are expected to send events.");
    static final Option<Integer> QUIET_HOURS =
            add(
                    "board.quietHours",
                    Kind.whole(1, 1000),
                    "4",
                    "Hours of working days without an event after which a feed is called quiet.");
    static final Option<String> CRM_URL =
            add(
                    "board.crmUrl",
                    Kind.matching(
                            "|https?://\\S*\\{opportunityId}\\S*",
                            "must be empty or an http address with {opportunityId}"),
                    "\"\"",
                    "Link from a deal to the CRM, with {opportunityId} in it.");
    static final Option<String> ALERTMANAGER =
            add(
                    "board.alertmanager.url",
                    address(),
                    "\"\"",
                    "Alertmanager to which the board posts deal alerts; empty delivers nothing.");
    static final Option<String> BOARD_URL =
            add(
                    "board.alertmanager.boardUrl",
                    address(),
                    "\"\"",
                    "Address under which people reach the board, for links in messages; empty is"
                            + " board.host and board.port.");
    static final Option<Duration> RESEND =
            add(
                    "board.alertmanager.resend",
                    Kind.duration(Duration.ofMillis(100), Duration.ofHours(1)),
                    "PT1M",
                    "Time after which an open alert is posted again.");
    static final Option<Duration> LIFETIME =
            add(
                    "board.alertmanager.lifetime",
                    Kind.duration(Duration.ofSeconds(1), Duration.ofDays(7)),
                    "PT15M",
                    "Time after which Alertmanager ends an alert that is not posted again; longer"
                            + " than a restart of the board takes, at least twice resend.");
    static final Option<Duration> POST_TIMEOUT =
            add(
                    "board.alertmanager.timeout",
                    Kind.duration(Duration.ofMillis(100), Duration.ofMinutes(1)),
                    "PT5S",
                    "Time Alertmanager has to answer.");

    private RuntimeOptions() {}

    private static Kind<String> address() {
        return Kind.matching("|https?://[^\\s/?#]+[^\\s?#]*", "must be empty or an http address");
    }

    private static <T> Option<T> add(String key, Kind<T> kind, String fallback, String sentence) {
        Option<T> option = new Option<>(key, kind, fallback, sentence);
        TABLE.add(option);
        return option;
    }
}
