package io.pipecast.board.http;

import io.javalin.http.Context;
import io.pipecast.board.access.Seen;
import io.pipecast.board.views.ForecastSnapshot;
import io.pipecast.board.views.Move;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.deal.StageTable;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.DealForecast.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Deals: {@code /api/deals}, {@code /api/deals/{id}}, {@code /api/moves}. */
final class DealsApi {
    private final StageTable stages;

    DealsApi(StageTable stages) {
        this.stages = stages;
    }

    record DealList(int total, List<DealRow> deals, List<String> stages, long asOf) {}

    void list(Seen views, Context context) {
        ForecastSnapshot snapshot = views.forecasts();
        Map<String, List<Alert>> alerts =
                views.openAlerts().stream().collect(Collectors.groupingBy(Alert::opportunityId));
        DealFilter filter = DealFilter.of(context, views, alerts.keySet());
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
                        .map(deal -> row(deal, alerts, views))
                        .toList();
        context.json(new DealList(found.size(), page, List.copyOf(stages), snapshot.asOf()));
    }

    private static DealRow row(DealForecast deal, Map<String, List<Alert>> alerts, Seen views) {
        return DealRow.of(deal, alerts.getOrDefault(deal.opportunityId(), List.of()), views);
    }

    record ChangeRow(long at, String field, String value) {}

    private static ChangeRow change(Change change, ForecastSnapshot snapshot) {
        String value = named(change.field(), change.value(), snapshot);
        return new ChangeRow(change.at(), change.field(), value);
    }

    record DealPage(DealRow deal, WhyRow why, List<ChangeRow> changes, List<AlertRow> alerts) {}

    void deal(Seen views, Context context) {
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
                        DealRow.of(deal, open, views),
                        WhyRow.of(deal),
                        deal.changes().stream().map(c -> change(c, snapshot)).toList(),
                        alerts.stream().map(a -> AlertRow.of(a, snapshot)).toList()));
    }

    /**
     * A move.
     *
     * @param from value before, users and territories by name, or null where it is not known
     * @param outcome WON or LOST when the deal has moved to such a stage, else null
     * @param stage the deal's stage now, or null when it is gone
     * @param corporateAmount the deal's amount now, or null
     */
    record MoveRow(
            long at,
            String opportunityId,
            String dealName,
            String owner,
            String ownerName,
            String field,
            String from,
            String to,
            String currency,
            String outcome,
            String stage,
            Long corporateAmount) {}

    void moves(Seen views, Context context) {
        ForecastSnapshot snapshot = views.forecasts();
        Scope scope = Scope.of(context, views);
        int limit = Requests.number(context, "limit", 20, 200);
        List<Move> moves = views.moves(move -> scope.holds(move.owner(), move.territory()), limit);
        context.json(moves.stream().map(move -> row(move, views)).toList());
    }

    /** A move as it is answered. */
    MoveRow row(Move move, Seen views) {
        ForecastSnapshot snapshot = views.forecasts();
        DealForecast deal = views.deal(move.opportunityId());
        return new MoveRow(
                move.at(),
                move.opportunityId(),
                move.dealName(),
                move.owner(),
                snapshot.userName(move.owner()),
                move.field(),
                named(move.field(), move.from(), snapshot),
                named(move.field(), move.to(), snapshot),
                move.currency(),
                outcome(move),
                deal == null ? null : deal.stage(),
                deal == null ? null : Answers.known(deal.corporateAmount()));
    }

    private String outcome(Move move) {
        int stage = move.field().equals("STAGE") ? stages.indexOf(move.to()) : -1;
        boolean closes = stage >= 0 && stages.get(stage).outcome() != Outcome.OPEN;
        return closes ? stages.get(stage).outcome().name() : null;
    }

    /** A changed value, with users and territories by name. */
    private static String named(String field, String value, ForecastSnapshot snapshot) {
        return switch (field) {
            case "OWNER" -> snapshot.userName(value);
            case "TERRITORY" -> snapshot.territoryName(value);
            default -> value;
        };
    }
}
