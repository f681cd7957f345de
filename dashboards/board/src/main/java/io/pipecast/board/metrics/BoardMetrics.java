package io.pipecast.board.metrics;

import io.javalin.http.Context;
import io.micrometer.core.instrument.Counter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.pipecast.board.BoardOptions;
import io.pipecast.board.access.Sight;
import io.pipecast.board.alerting.DeliveryLog;
import io.pipecast.board.views.Views;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.function.BooleanSupplier;

/** {@code /metrics}: the business numbers and the board's own counters, from one registry. */
public final class BoardMetrics {
    private static final String OPEN_METRICS =
            "application/openmetrics-text; version=1.0.0; charset=utf-8";
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    /** The page of a board; {@code ready} says whether it has caught up. */
    public BoardMetrics(
            Views views,
            Sight sight,
            BoardOptions options,
            BooleanSupplier ready,
            DeliveryLog delivery) {
        String currency = options.pipeline().currency();
        PrometheusRegistry page = registry.getPrometheusRegistry();
        page.register(new ForecastCollector(() -> sight.ofMetrics().forecasts()));
        page.register(new PastCollector(sight::ofMetrics, options.pipeline().calendar().days()));
        page.register(new StateCollector(views, currency, options.workingHours(), ready));
        page.register(new RiskCollector(sight::ofMetrics, currency));
        page.register(new AlertQualityCollector(views, currency));
        page.register(new ModelCollector(views));
        page.register(new HandSetCollector(() -> sight.ofMetrics().overrides()));
        page.register(new DeliveryCollector(delivery));
    }

    /** Says that a topic is read: its counters begin at 0, so that the first row is an increase. */
    public void reads(String topic) {
        counter(MetricName.ROWS, topic).increment(0);
        counter(MetricName.UNREADABLE, topic).increment(0);
    }

    /** Counts a row read from a topic. */
    public void row(String topic) {
        counter(MetricName.ROWS, topic).increment();
    }

    /** Counts a row of a topic that could not be decoded. */
    public void unreadable(String topic) {
        counter(MetricName.UNREADABLE, topic).increment();
    }

    private Counter counter(MetricName name, String topic) {
        return Counter.builder(name.key)
                .description(name.help)
                .tag("topic", topic)
                .register(registry);
    }

    /** The page in Prometheus' text format. */
    public String text() {
        return registry.scrape(TEXT);
    }

    /** Answers a scrape in the format it accepts. */
    public void scrape(Context context) {
        String accept = context.header("Accept");
        String type = accept != null && accept.contains("openmetrics-text") ? OPEN_METRICS : TEXT;
        context.contentType(type).result(registry.scrape(type));
    }
}
