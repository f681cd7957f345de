package io.pipecast.board.http;

import io.javalin.http.Context;
import io.pipecast.board.BoardOptions;
import io.pipecast.board.views.ForecastSnapshot;
import io.pipecast.board.views.Node;
import io.pipecast.board.views.Views;
import io.pipecast.codec.output.FeedStatus;
import io.pipecast.domain.alert.AlertRule;
import io.pipecast.domain.forecast.Quantity;
import io.pipecast.domain.money.MinorUnits;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/** {@code /api/status}, {@code /api/feeds}, {@code /api/definitions}. */
final class StatusApi {
    private static final double HOUR = 3_600_000.0;

    private final Views views;
    private final BoardOptions settings;
    private final BooleanSupplier ready;

    StatusApi(Views views, BoardOptions settings, BooleanSupplier ready) {
        this.views = views;
        this.settings = settings;
        this.ready = ready;
    }

    record Feed(
            String source,
            long lastEventAt,
            long lagMillis,
            double workingHoursQuiet,
            boolean quiet,
            long events,
            long rejected,
            long asOf) {}

    record Status(
            boolean ready,
            String company,
            String currency,
            int exponent,
            String zone,
            long cut,
            long asOf,
            long freshnessMillis,
            String modelVersion,
            long openDeals,
            int openAlerts,
            String crmUrl,
            int quietHours,
            List<Feed> feeds) {}

    void status(Context context) {
        ForecastSnapshot snapshot = views.forecasts();
        Node company = snapshot.company();
        boolean known = company != null && company.current() != null;
        String currency = settings.pipeline().currency();
        context.json(
                new Status(
                        ready.getAsBoolean(),
                        settings.pipeline().company(),
                        currency,
                        MinorUnits.exponent(currency),
                        settings.pipeline().calendar().days().zone().getId(),
                        snapshot.cut(),
                        snapshot.asOf(),
                        views.freshnessMillis(),
                        known ? company.current().modelVersion() : null,
                        views.openDeals(),
                        views.openAlerts().size(),
                        settings.crmUrl(),
                        settings.quietHours(),
                        feedRows()));
    }

    void feeds(Context context) {
        context.json(feedRows());
    }

    private List<Feed> feedRows() {
        return views.feeds().stream().map(this::feed).toList();
    }

    private Feed feed(FeedStatus feed) {
        double hours = views.workingMillisSince(feed, settings.workingHours()) / HOUR;
        return new Feed(
                feed.source(),
                feed.lastEventAt(),
                views.lagMillis(feed),
                hours,
                hours > settings.quietHours(),
                feed.events(),
                feed.rejected(),
                feed.asOf());
    }

    record Definition(String key, String label, String unit, boolean additive, String definition) {}

    record RuleDefinition(String key, String label, String definition) {}

    record Definitions(List<Definition> quantities, List<RuleDefinition> alertRules) {}

    void definitions(Context context) {
        context.json(
                new Definitions(
                        Arrays.stream(Quantity.values()).map(StatusApi::definition).toList(),
                        Arrays.stream(AlertRule.values())
                                .map(
                                        rule ->
                                                new RuleDefinition(
                                                        rule.name(), rule.label, rule.meaning))
                                .toList()));
    }

    private static Definition definition(Quantity quantity) {
        return new Definition(
                quantity.key,
                quantity.label,
                quantity.unit.name().toLowerCase(Locale.ROOT),
                quantity.additive,
                quantity.definition);
    }
}
