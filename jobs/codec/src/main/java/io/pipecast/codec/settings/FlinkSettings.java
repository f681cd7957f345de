package io.pipecast.codec.settings;

import java.time.Duration;

/**
 * How the job runs.
 *
 * @param parallelism parallel tasks
 * @param checkpointInterval time between checkpoints
 * @param checkpointDir directory or URI, or empty to leave it to the cluster
 * @param stateBackend where state lives
 * @param delivery output guarantee
 * @param flushInterval how long changes are combined before a cut is published
 * @param metricsPort port of Flink's own metrics where it runs in the command, or 0 for none
 */
public record FlinkSettings(
        int parallelism,
        Duration checkpointInterval,
        String checkpointDir,
        StateBackend stateBackend,
        Delivery delivery,
        Duration flushInterval,
        int metricsPort) {
    /** Where state lives. */
    public enum StateBackend {
        HASHMAP,
        ROCKSDB
    }

    /** Output guarantee. */
    public enum Delivery {
        AT_LEAST_ONCE,
        EXACTLY_ONCE
    }
}
