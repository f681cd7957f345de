package io.pipecast.board.http;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.javalin.http.Context;
import io.pipecast.board.access.Seen;
import io.pipecast.board.views.AlertBox;
import io.pipecast.board.views.ForecastSnapshot;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.forecast.Quantity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Alerts of a node and below: {@code /api/alerts} and {@code /api/alerts.csv}. */
final class AlertsApi {
    /**
     * Alerts, alive and ended. A deal is one row, with what else is the matter with it.
     *
     * @param node display name of the node asked for, or null for the whole company
     * @param boxes how many deals, teams and feeds lie in each box, whatever was asked for; a deal
     *     counts where its most pressing alert lies
     * @param byRule how many alerts of what is shown are of each rule, whatever rule was asked for
     * @param total how many deals, teams and feeds are shown
     * @param amount amount of the deals shown, minor units
     * @param zombies how many deals are open for longer than any won deal took: one line, not many,
     *     unless their rule is asked for
     * @param ofNode what is the matter with the node itself, the company where none was asked for:
     *     in whatever box
     * @param open teams and feeds first, then the most pressing deals, at most {@code limit}
     * @param resolvedTotal how many have ended
     * @param resolved the newest first, at most {@code resolved}
     */
    record AlertList(
            String node,
            Map<String, Integer> boxes,
            Map<String, Long> byRule,
            int total,
            long amount,
            long zombies,
            List<AlertRow> ofNode,
            List<AlertRow> open,
            int resolvedTotal,
            List<AlertRow> resolved) {}

    void alerts(Seen views, Context context) {
        AlertFilter filter = AlertFilter.of(context, views, AlertBox.WAITING);
        List<Alert> open = filter.open();
        List<Alert> told = open.stream().filter(a -> !a.rule().isForTheDigest()).toList();
        List<Alert> shown = open.stream().filter(filter::isShown).toList();
        List<List<Alert>> deals = byDeal(shown.stream().filter(filter::isOfRule).toList());
        List<Alert> resolved = filter.resolved();
        int limit = Requests.number(context, "limit", 50, 2000);
        int past = Requests.number(context, "resolved", 20, 2000);
        ForecastSnapshot names = filter.names();
        context.json(
                new AlertList(
                        filter.scope().name(),
                        boxes(told, filter),
                        shown.stream().collect(groupingBy(a -> a.rule().name(), counting())),
                        deals.size(),
                        amountOf(deals),
                        open.size() - told.size(),
                        open.stream()
                                .filter(filter::isOfNode)
                                .map(alert -> AlertRow.of(alert, names))
                                .toList(),
                        deals.stream().limit(limit).map(d -> AlertRow.of(d, names)).toList(),
                        resolved.size(),
                        resolved.stream().limit(past).map(a -> AlertRow.of(a, names)).toList()));
    }

    /** The alerts of each deal, the most pressing deal first and in it the most pressing alert. */
    private static List<List<Alert>> byDeal(List<Alert> alerts) {
        Map<String, List<Alert>> byDeal = new LinkedHashMap<>();
        for (Alert alert : alerts) {
            byDeal.computeIfAbsent(alert.opportunityId(), id -> new ArrayList<>()).add(alert);
        }
        return List.copyOf(byDeal.values());
    }

    private static Map<String, Integer> boxes(List<Alert> open, AlertFilter filter) {
        Map<AlertBox, Integer> counts = new EnumMap<>(AlertBox.class);
        for (List<Alert> deal : byDeal(open)) {
            AlertBox first = deal.stream().map(filter::box).min(AlertBox::compareTo).orElseThrow();
            counts.merge(first, 1, Integer::sum);
        }
        Map<String, Integer> boxes = new TreeMap<>();
        counts.forEach((box, count) -> boxes.put(box.key, count));
        return boxes;
    }

    private static long amountOf(List<List<Alert>> deals) {
        return deals.stream()
                .map(deal -> deal.get(0))
                .filter(alert -> alert.subject().isDeal())
                .mapToLong(Alert::corporateAmount)
                .filter(amount -> amount != Quantity.MISSING)
                .sum();
    }
}
