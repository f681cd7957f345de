package io.pipecast.board.http;

import io.javalin.http.Context;
import io.pipecast.board.BoardOptions;
import io.pipecast.board.access.Seen;
import io.pipecast.board.access.Viewer;
import io.pipecast.board.views.AlertBox;
import io.pipecast.board.views.ForecastSnapshot;
import io.pipecast.codec.output.FeedStatus;
import io.pipecast.domain.alert.Alert;
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

    private final BoardOptions settings;
    private final BooleanSupplier ready;

    StatusApi(BoardOptions settings, BooleanSupplier ready) {
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

    /**
     * Who looks.
     *
     * @param name or null on a board without sign-in
     * @param home node they begin at
     * @param all whether they see the whole company
     * @param chances whether they see what the model thinks
     */
    record Looking(String name, String role, String home, boolean all, boolean chances) {}

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
            int newAlerts,
            String crmUrl,
            int quietHours,
            Looking viewer,
            List<Feed> feeds) {}

    void status(Seen views, Context context) {
        ForecastSnapshot snapshot = views.forecasts();
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
                        views.modelVersion(),
                        views.openDeals(),
                        waiting(views),
                        settings.crmUrl(),
                        settings.quietHours(),
                        looking(views),
                        feedRows(views)));
    }

    /** How many deals, teams and feeds wait for somebody since this week. */
    private static int waiting(Seen views) {
        long now = views.forecasts().asOf();
        return (int)
                views.openAlerts().stream()
                        .filter(a -> AlertBox.isFresh(a, now))
                        .filter(a -> AlertBox.of(a, now) == AlertBox.WAITING)
                        .map(Alert::opportunityId)
                        .distinct()
                        .count();
    }

    void feeds(Seen views, Context context) {
        context.json(feedRows(views));
    }

    private Looking looking(Seen views) {
        Viewer viewer = views.viewer();
        return new Looking(
                viewer.isAnybody() ? null : viewer.name(),
                viewer.role().name(),
                viewer.home(),
                viewer.role().seesAll(),
                views.tellsChances());
    }

    private List<Feed> feedRows(Seen views) {
        return views.feeds().stream().map(feed -> feed(feed, views)).toList();
    }

    private Feed feed(FeedStatus feed, Seen views) {
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

    void definitions(Seen views, Context context) {
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
