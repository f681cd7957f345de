package io.pipecast.board.http;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.javalin.http.Context;
import io.pipecast.board.access.Seen;
import io.pipecast.board.views.ForecastSnapshot;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.alert.AlertHandling.Delivery;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.Quantity;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Alerts of a node and below: {@code /api/alerts}. */
final class AlertsApi {
    /**
     * Alerts, alive and ended.
     *
     * @param node display name of the node asked for, or null for the whole company
     * @param byRule how many are open by rule, whatever rule was asked for
     * @param total how many of the rule asked for are open
     * @param amount amount of the deals of those, minor units; a deal with two alerts counts once
     * @param delivered how many of those the managers were told of
     * @param zombies how many deals are open for longer than any won deal took: one line, not many,
     *     unless their rule is asked for
     * @param open what was delivered first, the most pressing first, at most {@code limit}; alerts
     *     that another one of their deal carries are left out
     * @param resolvedTotal how many have ended
     * @param resolved the newest first, at most {@code resolved}
     */
    record AlertList(
            String node,
            Map<String, Long> byRule,
            int total,
            long amount,
            long delivered,
            long zombies,
            List<AlertRow> open,
            int resolvedTotal,
            List<AlertRow> resolved) {}

    void alerts(Seen views, Context context) {
        ForecastSnapshot snapshot = views.forecasts();
        Scope scope = Scope.of(context, views);
        Predicate<Alert> wanted = ofRule(context);
        List<Alert> open =
                views.openAlerts().stream()
                        .filter(a -> delivery(a) != Delivery.HELD && isIn(scope, a, views))
                        .sorted(PRESSING)
                        .toList();
        List<Alert> ofRule = open.stream().filter(wanted).toList();
        List<Alert> resolved =
                views.alerts().stream()
                        .filter(a -> a.status() == Alert.Status.RESOLVED)
                        .filter(a -> wanted.test(a) && isIn(scope, a, views))
                        .toList();
        context.json(
                new AlertList(
                        scope.name(),
                        open.stream().collect(groupingBy(a -> a.rule().name(), counting())),
                        ofRule.size(),
                        amountOf(ofRule),
                        ofRule.stream().filter(a -> delivery(a) == Delivery.DELIVERED).count(),
                        open.stream().filter(a -> a.rule().isForTheDigest()).count(),
                        rows(ofRule, Requests.number(context, "limit", 50, 2000), snapshot),
                        resolved.size(),
                        rows(resolved, Requests.number(context, "resolved", 20, 2000), snapshot)));
    }

    private static final Comparator<Alert> PRESSING =
            Comparator.comparing((Alert a) -> delivery(a) == Delivery.DELIVERED ? 0 : 1)
                    .thenComparing(a -> -known(a.handling().rank()));

    private static Delivery delivery(Alert alert) {
        return alert.handling().delivery();
    }

    private static double known(double rank) {
        return Double.isNaN(rank) ? 0 : rank;
    }

    private static Predicate<Alert> ofRule(Context context) {
        String rule = Requests.text(context, "rule", null);
        return alert ->
                rule == null ? !alert.rule().isForTheDigest() : alert.rule().name().equals(rule);
    }

    private static List<AlertRow> rows(List<Alert> alerts, int limit, ForecastSnapshot snapshot) {
        return alerts.stream().limit(limit).map(alert -> AlertRow.of(alert, snapshot)).toList();
    }

    private static long amountOf(List<Alert> alerts) {
        Map<String, Long> byDeal = new HashMap<>();
        for (Alert alert : alerts) {
            if (alert.corporateAmount() != Quantity.MISSING) {
                byDeal.put(alert.opportunityId(), alert.corporateAmount());
            }
        }
        return byDeal.values().stream().mapToLong(Long::longValue).sum();
    }

    private static boolean isIn(Scope scope, Alert alert, Seen views) {
        DealForecast deal = views.deal(alert.opportunityId());
        return scope.holds(alert.owner(), deal == null ? null : deal.territory());
    }
}
