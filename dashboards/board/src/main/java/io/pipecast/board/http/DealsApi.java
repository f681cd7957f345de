package io.pipecast.board.http;

import io.javalin.http.Context;
import io.pipecast.board.views.ForecastSnapshot;
import io.pipecast.board.views.Move;
import io.pipecast.board.views.Views;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.forecast.DealForecast;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Deals: {@code /api/deals}, {@code /api/deals/{id}}, {@code /api/moves}. */
final class DealsApi {
    private final Views views;

    DealsApi(Views views) {
        this.views = views;
    }

    record DealList(int total, List<DealRow> deals, List<String> stages, long asOf) {}

    void list(Context context) {
        ForecastSnapshot snapshot = views.forecasts();
        Map<String, List<Alert>> alerts =
                views.openAlerts().stream().collect(Collectors.groupingBy(Alert::opportunityId));
        DealFilter filter = DealFilter.of(context, snapshot, alerts.keySet());
        List<DealForecast> found = new ArrayList<>();
        TreeSet<String> stages = new TreeSet<>();
        for (DealForecast deal : views.deals()) {
            if (filter.isInScope(deal)) {
                stages.add(deal.stage() == null ? "" : deal.stage());
                if (filter.matches(deal)) {
                    found.add(deal);
                }
            }
        }
        found.sort(DealOrder.of(context, snapshot));
        int offset = Requests.number(context, "offset", 0, Integer.MAX_VALUE);
        int limit = Requests.number(context, "limit", 100, 1000);
        List<DealRow> page =
                found.stream()
                        .skip(offset)
                        .limit(limit)
                        .map(deal -> row(deal, alerts, snapshot))
                        .toList();
        context.json(new DealList(found.size(), page, List.copyOf(stages), snapshot.asOf()));
    }

    private static DealRow row(
            DealForecast deal, Map<String, List<Alert>> alerts, ForecastSnapshot snapshot) {
        return DealRow.of(deal, alerts.getOrDefault(deal.opportunityId(), List.of()), snapshot);
    }

    record ChangeRow(long at, String field, String value) {}

    record DealPage(DealRow deal, List<ChangeRow> changes, List<AlertRow> alerts) {}

    void deal(Context context) {
        String id = context.pathParam("id");
        DealForecast deal = views.deal(id);
        if (deal == null) {
            throw ApiProblem.notFound("no deal " + id);
        }
        ForecastSnapshot snapshot = views.forecasts();
        List<Alert> alerts = views.alertsOf(id);
        List<Alert> open =
                alerts.stream().filter(a -> a.status() != Alert.Status.RESOLVED).toList();
        context.json(
                new DealPage(
                        DealRow.of(deal, open, snapshot),
                        deal.changes().stream()
                                .map(c -> new ChangeRow(c.at(), c.field(), c.value()))
                                .toList(),
                        alerts.stream().map(a -> AlertRow.of(a, snapshot)).toList()));
    }

    record MoveRow(Move move, String ownerName) {}

    void moves(Context context) {
        ForecastSnapshot snapshot = views.forecasts();
        Scope scope = Scope.of(context, snapshot);
        int limit = Requests.number(context, "limit", 20, 200);
        context.json(
                views
                        .moves()
                        .newest(move -> scope.holds(move.owner(), move.territory()), limit)
                        .stream()
                        .map(move -> new MoveRow(move, snapshot.userName(move.owner())))
                        .toList());
    }
}
