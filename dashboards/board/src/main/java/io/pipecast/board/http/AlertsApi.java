package io.pipecast.board.http;

import io.javalin.http.Context;
import io.pipecast.board.views.ForecastSnapshot;
import io.pipecast.board.views.Views;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.forecast.DealForecast;
import java.util.List;

/** Alerts of a node and below: {@code /api/alerts}. */
final class AlertsApi {
    private final Views views;

    AlertsApi(Views views) {
        this.views = views;
    }

    /**
     * Alerts, alive and ended.
     *
     * @param node display name of the node asked for, or null for the whole company
     * @param open the most severe first
     * @param resolved the newest first, at most as many as asked for
     * @param resolvedTotal how many there are
     */
    record AlertList(
            String node, List<AlertRow> open, List<AlertRow> resolved, long resolvedTotal) {}

    void alerts(Context context) {
        ForecastSnapshot snapshot = views.forecasts();
        Scope scope = Scope.of(context, snapshot);
        int limit = Requests.number(context, "limit", 200, 2000);
        List<Alert> resolved =
                views.alerts().stream()
                        .filter(a -> a.status() == Alert.Status.RESOLVED && isIn(scope, a))
                        .toList();
        context.json(
                new AlertList(
                        scope.name(),
                        views.openAlerts().stream()
                                .filter(alert -> isIn(scope, alert))
                                .map(alert -> AlertRow.of(alert, snapshot))
                                .toList(),
                        resolved.stream()
                                .limit(limit)
                                .map(alert -> AlertRow.of(alert, snapshot))
                                .toList(),
                        resolved.size()));
    }

    private boolean isIn(Scope scope, Alert alert) {
        DealForecast deal = views.deal(alert.opportunityId());
        return scope.holds(alert.owner(), deal == null ? null : deal.territory());
    }
}
