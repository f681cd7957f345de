package io.pipecast.streaming.jobs;

import io.pipecast.codec.settings.FlinkSettings;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.streaming.api.CheckpointingMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Flink's settings for the job, said once for app, cluster and tests. */
public final class JobSettings {
    /** Key groups; state cannot be rescaled beyond, so it never changes. */
    public static final int MAX_PARALLELISM = 128;

    private JobSettings() {}

    /** What every run has: no silent Kryo, no generated identities, reused objects. */
    public static Configuration base() {
        Configuration settings = new Configuration();
        settings.set(PipelineOptions.GENERIC_TYPES, false);
        settings.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        settings.set(PipelineOptions.OBJECT_REUSE, true);
        settings.set(PipelineOptions.MAX_PARALLELISM, MAX_PARALLELISM);
        settings.set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.STREAMING);
        return settings;
    }

    /** Puts a live job's settings on an environment. */
    public static void live(StreamExecutionEnvironment env, FlinkSettings flink) {
        Configuration settings = base();
        settings.set(ExecutionOptions.BUFFER_TIMEOUT, java.time.Duration.ofMillis(10));
        settings.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, java.time.Duration.ofMillis(50));
        boolean rocks = flink.stateBackend() == FlinkSettings.StateBackend.ROCKSDB;
        settings.set(StateBackendOptions.STATE_BACKEND, rocks ? "rocksdb" : "hashmap");
        if (rocks) {
            settings.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        }
        if (!flink.checkpointDir().isEmpty()) {
            settings.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
            settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, uri(flink.checkpointDir()));
        }
        env.configure(settings);
        env.setParallelism(flink.parallelism());
        env.enableCheckpointing(
                flink.checkpointInterval().toMillis(), CheckpointingMode.EXACTLY_ONCE);
    }

    private static String uri(String directory) {
        return directory.contains(":/")
                ? directory
                : java.nio.file.Path.of(directory).toAbsolutePath().toUri().toString();
    }
}
