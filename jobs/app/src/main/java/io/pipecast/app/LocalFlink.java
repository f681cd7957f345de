package io.pipecast.app;

import io.pipecast.codec.settings.PipecastConfig;
import io.pipecast.streaming.jobs.EvaluateJob;
import io.pipecast.streaming.jobs.LiveJob;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.metrics.prometheus.PrometheusReporterFactory;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The live job on a Flink cluster inside this process. */
public final class LocalFlink implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 3;

    private final JobClient job;

    private LocalFlink(JobClient job) {
        this.job = job;
    }

    /** What may run. */
    public enum Job {
        FORECAST,
        EVALUATE
    }

    /**
     * Submits jobs as one to Flink: apart in every topic and state, alike in their restarts. They
     * read and write the configured Kafka until closed.
     */
    public static LocalFlink start(PipecastConfig config, Set<Job> jobs) throws Exception {
        Configuration settings = new Configuration();
        settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(1));
        settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(32));
        settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(32));
        if (config.flink().metricsPort() > 0) {
            report(settings, config.flink().metricsPort());
        }
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironment(
                        config.flink().parallelism(), settings);
        if (jobs.contains(Job.FORECAST)) {
            LiveJob.wire(env, config);
        }
        if (jobs.contains(Job.EVALUATE)) {
            EvaluateJob.wire(env, config);
        }
        return new LocalFlink(env.executeAsync("pipecast " + jobs));
    }

    /** Flink's own metrics, for Prometheus; without labels that change with every attempt. */
    private static void report(Configuration settings, int port) {
        String reporter = "metrics.reporter.prom.";
        settings.setString("metrics.reporters", "prom");
        settings.setString(reporter + "factory.class", PrometheusReporterFactory.class.getName());
        settings.setString(reporter + "port", Integer.toString(port));
        settings.setString(
                reporter + "scope.variables.excludes",
                "job_id;task_attempt_id;task_attempt_num;operator_id;task_id");
    }

    /** Waits for the job to end; it ends only by failing. */
    public void await() throws InterruptedException, ExecutionException {
        job.getJobExecutionResult().get();
    }

    @Override
    public void close() {
        try {
            job.cancel().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // the process is ending and takes the job with it
        }
    }
}
