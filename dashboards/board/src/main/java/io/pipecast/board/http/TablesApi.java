package io.pipecast.board.http;

import io.javalin.http.Context;
import io.pipecast.board.access.Seen;
import io.pipecast.board.views.ForecastSnapshot;
import io.pipecast.board.views.Node;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.Horizon;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The board's tables for a spreadsheet: {@code /api/deals.csv} with the parameters of {@code
 * /api/deals} but all rows, {@code /api/forecast.csv} with a node and what is right below it.
 */
final class TablesApi {
    private final String corporate;

    TablesApi(String corporate) {
        this.corporate = corporate;
    }

    private static final List<String> DEAL_HEADS =
            List.of(
                    "id",
                    "name",
                    "account",
                    "owner",
                    "territory",
                    "stage",
                    "outcome",
                    "category",
                    "amount",
                    "currency",
                    "corporate_amount",
                    "close_date",
                    "next_step",
                    "pushes",
                    "days_in_stage",
                    "age_days",
                    "alerts",
                    "as_of",
                    "model");

    void deals(Seen views, Context context) {
        ForecastSnapshot snapshot = views.forecasts();
        Map<String, Set<String>> alerts =
                views.openAlerts().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Alert::opportunityId,
                                        Collectors.mapping(
                                                a -> a.rule().label, Collectors.toSet())));
        DealFilter filter = DealFilter.of(context, views, alerts.keySet());
        List<String> heads = new ArrayList<>(DEAL_HEADS);
        for (Horizon horizon : Horizon.values()) {
            heads.add("p_" + horizon.key);
        }
        heads.add("p_by_hand");
        CsvTable table = new CsvTable(heads);
        views.deals().stream()
                .filter(deal -> filter.isInScope(deal) && filter.matches(deal))
                .sorted(DealOrder.of(context, snapshot))
                .forEach(
                        deal ->
                                table.row(
                                        row(
                                                deal,
                                                alerts.getOrDefault(deal.opportunityId(), Set.of()),
                                                views)));
        table.send(context, "deals");
    }

    private List<Object> row(DealForecast deal, Set<String> alerts, Seen views) {
        ForecastSnapshot snapshot = views.forecasts();
        OverrideRow override = OverrideRow.of(views, deal);
        List<Object> row =
                new ArrayList<>(
                        Arrays.asList(
                                deal.opportunityId(),
                                deal.name(),
                                deal.account(),
                                snapshot.userName(deal.owner()),
                                snapshot.territoryName(deal.territory()),
                                deal.stage(),
                                deal.outcome(),
                                deal.category(),
                                CsvTable.money(deal.amount(), deal.currency()),
                                deal.currency(),
                                CsvTable.money(deal.corporateAmount(), corporate),
                                Answers.date(deal.closeDate()),
                                deal.nextStep(),
                                deal.pushes(),
                                Answers.known(deal.daysInStage()),
                                Answers.known(deal.ageDays()),
                                alerts.stream().sorted().collect(Collectors.joining("; ")),
                                Instant.ofEpochMilli(deal.asOf()),
                                deal.modelVersion()));
        for (Horizon horizon : Horizon.values()) {
            row.add(Answers.chance(deal, horizon));
        }
        row.add(override == null ? null : override.chance());
        return row;
    }

    void forecast(Seen views, Context context) {
        ForecastSnapshot snapshot = views.forecasts();
        Node node = Requests.node(context, views);
        String period = Requests.period(context, node).period();
        List<String> heads =
                new ArrayList<>(List.of("node", "name", "level", "period", "as_of", "model"));
        for (Quantity quantity : Quantity.values()) {
            heads.add(quantity.key);
        }
        CsvTable table = new CsvTable(heads);
        List<Node> nodes = new ArrayList<>(List.of(node));
        nodes.addAll(snapshot.children(node));
        for (Node each : nodes) {
            PipelineForecast row = each.period(period);
            if (row != null) {
                table.row(row(each, row));
            }
        }
        table.send(context, "forecast-" + period);
    }

    private static List<Object> row(Node node, PipelineForecast forecast) {
        List<Object> row =
                new ArrayList<>(
                        List.of(
                                node.id(),
                                node.name(),
                                node.level(),
                                forecast.period(),
                                Instant.ofEpochMilli(forecast.asOf()),
                                forecast.modelVersion()));
        for (Quantity quantity : Quantity.values()) {
            long value = forecast.value(quantity);
            row.add(
                    switch (quantity.unit) {
                        case MONEY -> CsvTable.money(value, forecast.currency());
                        case RATIO -> value == Quantity.MISSING ? null : Answers.share(value);
                        default -> Answers.known(value);
                    });
        }
        return row;
    }
}
