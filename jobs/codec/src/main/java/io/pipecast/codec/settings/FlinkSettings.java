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
 */
public record FlinkSettings(
        int parallelism,
        Duration checkpointInterval,
        String checkpointDir,
        StateBackend stateBackend,
        Delivery delivery,
        Duration flushInterval) {
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
