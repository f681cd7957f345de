package io.pipecast.e2e.live;

import static org.awaitility.Awaitility.await;

import io.pipecast.codec.settings.PipecastConfig;
import io.pipecast.streaming.jobs.EvaluateJob;
import io.pipecast.streaming.jobs.LiveJob;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The live job on a cluster whose one task manager can be killed. */
final class RunningJob implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;

    private final MiniCluster cluster;
    private final JobID id;
    private int taskManager;

    private RunningJob(MiniCluster cluster, JobID id) {
        this.cluster = cluster;
        this.id = id;
    }

    /** Starts the job; it fails for good with the first failure of a task. */
    static RunningJob startWithoutRestarts(PipecastConfig config) throws Exception {
        return start(config, 0);
    }

    /** Starts the job; it comes back from its latest checkpoint when a task fails. */
    static RunningJob startWithRestarts(PipecastConfig config) throws Exception {
        return start(config, 100);
    }

    /** Starts the jobs forecast and evaluate as one; both fail for good with the first failure. */
    static RunningJob startWithEvaluation(PipecastConfig config) throws Exception {
        return start(config, 0, true);
    }

    private static RunningJob start(PipecastConfig config, int attempts) throws Exception {
        return start(config, attempts, false);
    }

    private static RunningJob start(PipecastConfig config, int attempts, boolean evaluate)
            throws Exception {
        Configuration settings = new Configuration();
        settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(1));
        settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(32));
        settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(32));
        settings.set(
                RestartStrategyOptions.RESTART_STRATEGY, attempts == 0 ? "none" : "fixed-delay");
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, attempts);
        settings.set(
                RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(100));
        MiniCluster cluster =
                new MiniCluster(
                        new MiniClusterConfiguration.Builder()
                                .setConfiguration(settings)
                                .setNumTaskManagers(1)
                                .setNumSlotsPerTaskManager(config.flink().parallelism())
                                .withRandomPorts()
                                .build());
        cluster.start();
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironment(
                        config.flink().parallelism(), settings);
        LiveJob.wire(env, config);
        if (evaluate) {
            EvaluateJob.wire(env, config);
        }
        JobGraph graph = env.getStreamGraph().getJobGraph();
        cluster.runDetached(graph);
        return new RunningJob(cluster, graph.getJobID());
    }

    /** Returns when a checkpoint triggered now is complete; tasks that start are waited for. */
    void checkpoint() {
        await().atMost(Duration.ofSeconds(PATIENCE_SECONDS))
                .ignoreExceptions()
                .until(() -> cluster.triggerCheckpoint(id).get(5, TimeUnit.SECONDS) != null);
    }

    /** Kills the process that runs the tasks, as far as threads can be one. */
    void kill() throws Exception {
        cluster.terminateTaskManager(taskManager++).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Brings a new one; the job is restored on it. */
    void bringBack() throws Exception {
        cluster.startTaskManager();
    }

    /** How often every task was started anew. */
    int restarts() {
        int restarts = Integer.MAX_VALUE;
        for (var vertex : cluster.getExecutionGraph(id).join().getAllExecutionVertices()) {
            restarts = Math.min(restarts, vertex.getCurrentExecutionAttempt().getAttemptNumber());
        }
        return restarts;
    }

    boolean isRunning() {
        return cluster.getJobStatus(id).join() == JobStatus.RUNNING;
    }

    @Override
    public void close() throws Exception {
        cluster.close();
    }
}
