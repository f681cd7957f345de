package io.pipecast.board.grafana;

import io.pipecast.board.metrics.MetricName;

/** For operators: is it live, does it lag, does it restart, is anything refused. */
final class OperationsBoard {
    private static final String JOB = "flink_jobmanager_job_";
    private static final String TASK = "flink_taskmanager_job_task_";

    private OperationsBoard() {}

    static Board board() {
        Board board =
                new Board(
                        "pipecast-operations",
                        "Operations",
                        "Lag, checkpoints, restarts, refused records and the freshness of feeds. What begins with flink_ comes from Flink's own reporter.");
        now(board);
        return board.put(feeds())
                .put(quiet())
                .put(kafka())
                .put(checkpoints())
                .put(restarts())
                .put(busy())
                .put(rows())
                .put(refused())
                .put(posts());
    }

    private static void now(Board board) {
        String restarts = "max(" + JOB + "numRestarts)";
        String failed = "max(" + JOB + "numberOfFailedCheckpoints)";
        board.put(
                        waits(
                                "Numbers received",
                                "Wall time since the newest row or sign of life.",
                                300,
                                Query.max(MetricName.FRESHNESS)))
                .put(ready())
                .put(count("Restarts of the job", "Since it was submitted.", restarts))
                .put(count("Checkpoints failed", "Since the job was submitted.", failed))
                .put(
                        waits(
                                "Alerts wait for Alertmanager",
                                "How long something has waited to be taken, 0 when nothing does.",
                                120,
                                Query.max(MetricName.DELIVERY_WAITING)))
                .put(
                        Panels.number(
                                        "Open deals",
                                        "Open deals known to the board.",
                                        Look.COUNT,
                                        Look.OPEN,
                                        Query.max(MetricName.DEALS_OPEN))
                                .size(4, 4));
    }

    /** Seconds that are bad from a limit on. */
    private static Panel waits(String title, String description, int limit, String query) {
        return Panels.stat(
                        title,
                        description,
                        Look.SECONDS,
                        Look.thresholds(Look.CLOSED, 30, Look.COMMIT, limit, Look.BAD))
                .range("", query)
                .size(4, 4);
    }

    /** A number that had better be 0. */
    private static Panel count(String title, String description, String query) {
        return Panels.stat(
                        title,
                        description,
                        Look.COUNT,
                        Look.thresholds(Look.CLOSED, 1, Look.COMMIT, 5, Look.BAD))
                .range("", query)
                .size(4, 4);
    }

    private static Panel ready() {
        return Panels.stat(
                        "Board ready",
                        "1 once everything published before its start has been read.",
                        Look.COUNT,
                        Look.thresholds(Look.BAD, 1, Look.CLOSED))
                .range("", "min(" + MetricName.READY.key + ")")
                .size(4, 4);
    }

    private static Panel feeds() {
        return Panels.lines(
                        "Feeds behind the clock",
                        "How far a feed's newest event lies behind the clock, nights and weekends included.",
                        Look.SECONDS)
                .range("{{source}}", Query.by("source", MetricName.FEED_LAG, ""))
                .size(8, 8);
    }

    private static Panel quiet() {
        return Panels.lines(
                        "Feeds quiet in working hours",
                        "Working time since a feed's newest event, by the company's calendar.",
                        Look.SECONDS)
                .with("min", 0)
                .range("{{source}}", Query.by("source", MetricName.FEED_QUIET, ""))
                .size(8, 8);
    }

    private static Panel kafka() {
        String lag = TASK + "operator_KafkaSourceReader_KafkaConsumer_records_lag_max";
        return Panels.lines(
                        "Records the job has not read",
                        "Largest lag of a Kafka consumer of each source; no series where nothing was polled lately.",
                        Look.COUNT)
                .with("min", 0)
                .range("{{operator_name}}", "max by (operator_name) (" + lag + ")")
                .size(8, 8);
    }

    private static Panel checkpoints() {
        return Panels.lines("Checkpoints", "How long the last checkpoint took.", Look.MILLIS)
                .with("min", 0)
                .range("duration", "max(" + JOB + "lastCheckpointDuration)")
                .size(8, 8);
    }

    private static Panel restarts() {
        return Panels.lines(
                        "Checkpoints completed and restarts",
                        "Both since the job was submitted. Where the upper line is flat and the lower one climbs, no work is kept.",
                        Look.COUNT)
                .with("min", 0)
                .range("completed", "max(" + JOB + "numberOfCompletedCheckpoints)")
                .range("restarts", "max(" + JOB + "numRestarts)")
                .size(8, 8);
    }

    private static Panel busy() {
        return Panels.lines(
                        "Busy tasks",
                        "Share of a second that a task works; what is at 1 all the time is what the rest waits for.",
                        Look.SHARE)
                .with("min", 0)
                .with("max", 1)
                .range(
                        "{{task_name}}",
                        "max by (task_name) (" + TASK + "busyTimeMsPerSecond) / 1000")
                .size(8, 8);
    }

    private static Panel rows() {
        return Panels.lines("Rows read by the board", "Rows per second, by topic.", "rowsps")
                .with("min", 0)
                .range(
                        "{{topic}}",
                        "sum by (topic) (rate(" + MetricName.ROWS.key + "[$__rate_interval]))")
                .size(8, 8);
    }

    private static Panel refused() {
        return Panels.lines(
                        "Refused records",
                        "Records of a feed that were refused so far; crm.rejected has each with its reason.",
                        Look.COUNT)
                .with("min", 0)
                .range("{{source}}", Query.by("source", MetricName.FEED_REJECTED, ""))
                .size(8, 8);
    }

    private static Panel posts() {
        return Panels.lines(
                        "Posts to Alertmanager",
                        "Posts per second, by what became of them.",
                        "reqps")
                .with("min", 0)
                .range(
                        "{{result}}",
                        "sum by (result) (rate("
                                + MetricName.DELIVERY_POSTS.key
                                + "[$__rate_interval]))")
                .size(8, 8);
    }
}
