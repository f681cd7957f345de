package io.pipecast.streaming.jobs;

import io.pipecast.codec.input.Input;
import io.pipecast.streaming.files.AlertFiles;
import io.pipecast.streaming.files.BacktestFiles;
import io.pipecast.streaming.files.EventFileSource;
import io.pipecast.streaming.files.InputType;
import io.pipecast.streaming.files.ReplayFiles;
import io.pipecast.streaming.operators.JobPlan;
import java.nio.file.Path;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job over a file, in this process, without Kafka: deterministic. */
public final class ReplayJob {
    private ReplayJob() {}

    /**
     * Runs a replay to its end.
     *
     * @param events file of JSON lines, gzip when it ends in .gz
     * @param until last instant read, epoch milliseconds, or Long.MAX_VALUE
     * @param out existing directory the files are written to
     */
    public static JobExecutionResult run(
            Path events, JobPlan plan, long until, int parallelism, Path out) throws Exception {
        return wire(events, plan, until, parallelism, out).execute("pipecast replay");
    }

    /**
     * Runs a replay of what a backtest judges: {@code snapshots.jsonl}, {@code pipelines.jsonl} and
     * {@code deals.jsonl}.
     *
     * @param until last instant, epoch milliseconds; the last midnight at or before it is stated
     * @param snapshots midnights snapshots are wanted of, epoch milliseconds, ascending
     * @param out existing directory the files are written to
     */
    public static JobExecutionResult backtest(
            Path events, JobPlan plan, long until, long[] snapshots, int parallelism, Path out)
            throws Exception {
        return wire(events, plan, until, parallelism, new BacktestFiles(out, snapshots))
                .execute("pipecast backtest");
    }

    /** Runs a replay of the alerts alone: {@code alerts.jsonl} is all it writes. */
    public static JobExecutionResult alerts(
            Path events, JobPlan plan, long until, int parallelism, Path out) throws Exception {
        return wire(events, plan, until, parallelism, new AlertFiles(out))
                .execute("pipecast replay of alerts");
    }

    /** Runs a replay to its end, its rows going where the caller wants them. */
    public static JobExecutionResult run(
            Path events, JobPlan plan, long until, int parallelism, ForecastSinks sinks)
            throws Exception {
        return wire(events, plan, until, parallelism, sinks).execute("pipecast replay");
    }

    static StreamExecutionEnvironment wire(
            Path events, JobPlan plan, long until, int parallelism, Path out) {
        ForecastSinks files = new ReplayFiles(out, plan.snapshotEveryDays > 0);
        return wire(events, plan, until, parallelism, files);
    }

    private static StreamExecutionEnvironment wire(
            Path events, JobPlan plan, long until, int parallelism, ForecastSinks files) {
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironment(parallelism, settings());
        DataStream<Input> inputs =
                env.fromSource(
                                new EventFileSource(events.toString(), plan, until),
                                WatermarkStrategy.noWatermarks(),
                                "events",
                                InputType.INSTANCE)
                        .setParallelism(1)
                        .uid("event-file");
        ForecastTopology.wire(inputs, plan, files);
        return env;
    }

    private static Configuration settings() {
        Configuration settings = JobSettings.base();
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(1));
        settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(64));
        settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(64));
        return settings;
    }
}
