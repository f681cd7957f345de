package io.pipecast.board.grafana;

import io.pipecast.board.metrics.MetricName;

/**
 * PromQL over the catalogue of metrics. P10, P50, P90 and chances do not add up: a query takes them
 * of one node at a time and never sums them.
 */
final class Query {
    private static final String NODE = "tree=\"$tree\", node=\"$node\", ";
    private static final String BELOW = "tree=\"$tree\", parent=\"$node\", ";

    private Query() {}

    /** A metric with matchers. */
    static String of(MetricName metric, String matchers) {
        return metric.key + (matchers.isEmpty() ? "" : "{" + matchers + "}");
    }

    /** A forecast of the chosen node. */
    static String node(MetricName metric, String matchers) {
        return "max(" + of(metric, NODE + matchers) + ")";
    }

    /** A forecast of the chosen node in the current period. */
    static String current(MetricName metric) {
        return node(metric, "period=\"current\"");
    }

    /** What has changed of the chosen node. */
    static String change(MetricName metric, String since) {
        return node(metric, "period=\"current\", since=\"" + since + "\"");
    }

    /** A forecast of each node below the chosen one. */
    static String below(MetricName metric) {
        return by("name", metric, BELOW + "period=\"current\"");
    }

    /** The same of a change. */
    static String belowSince(MetricName metric, String since) {
        return by("name", metric, BELOW + "period=\"current\", since=\"" + since + "\"");
    }

    static String max(MetricName metric) {
        return "max(" + metric.key + ")";
    }

    /** The largest by labels. */
    static String by(String labels, MetricName metric, String matchers) {
        return "max by (" + labels + ") (" + of(metric, matchers) + ")";
    }

    /** The sum by labels, of what adds up. */
    static String sum(String labels, MetricName metric, String matchers) {
        return "sum by (" + labels + ") (" + of(metric, matchers) + ")";
    }

    /** The sum of what adds up. */
    static String sum(MetricName metric, String matchers) {
        return "sum(" + of(metric, matchers) + ")";
    }
}
