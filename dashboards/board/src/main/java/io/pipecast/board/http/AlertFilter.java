package io.pipecast.board.http;

import io.javalin.http.Context;
import io.pipecast.board.access.Seen;
import io.pipecast.board.views.AlertBox;
import io.pipecast.board.views.ForecastSnapshot;
import io.pipecast.board.views.Node;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.alert.AlertRank;
import io.pipecast.domain.alert.AlertSubject;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.organization.Organization;
import io.pipecast.domain.organization.Tree;
import java.util.Comparator;
import java.util.List;

/**
 * Which alerts are asked for: {@code tree} and {@code node}, {@code rule}, and {@code show}
 * (waiting, handled, digest, held, all).
 *
 * @param scope whose
 * @param node the node asked for
 * @param rule name of the rule, or null for any but those for the digest
 * @param show or null for all
 * @param now the newest instant known, epoch milliseconds
 */
record AlertFilter(
        Scope scope,
        String node,
        String rule,
        AlertBox show,
        long now,
        Seen views,
        ForecastSnapshot names) {
    static AlertFilter of(Context context, Seen views, AlertBox otherwise) {
        ForecastSnapshot names = views.forecasts();
        return new AlertFilter(
                Scope.of(context, views),
                Requests.text(context, "node", Organization.COMPANY),
                Requests.text(context, "rule", null),
                show(context, otherwise),
                names.asOf(),
                views,
                names);
    }

    private static AlertBox show(Context context, AlertBox otherwise) {
        String name = Requests.text(context, "show", null);
        if (name == null) {
            return otherwise;
        }
        for (AlertBox box : AlertBox.values()) {
            if (box.key.equals(name) && box != AlertBox.CARRIED) {
                return box;
            }
        }
        if (name.equals("all")) {
            return null;
        }
        throw ApiProblem.badRequest(
                "show must be waiting, handled, digest, held or all, was " + name);
    }

    /** Teams and feeds first, then what was delivered within a week, then the most pressing. */
    private Comparator<Alert> pressing() {
        return Comparator.comparingInt((Alert a) -> a.subject().isDeal() ? 1 : 0)
                .thenComparingInt(a -> AlertBox.isFresh(a, now) ? 0 : 1)
                .thenComparing(
                        Comparator.comparingDouble(AlertFilter::rank)
                                .thenComparingInt(Alert::severity)
                                .thenComparingLong(Alert::raisedAt)
                                .reversed())
                .thenComparing(Alert::alertId);
    }

    /** As the job ranks deals; it tells the rank itself of what it delivered only. */
    private static double rank(Alert alert) {
        return AlertRank.of(alert.stakes(), alert.severity());
    }

    /** Open alerts of the scope, in the order in which they are looked at. */
    List<Alert> open() {
        return views.openAlerts().stream()
                .filter(this::isInScope)
                .filter(alert -> box(alert) != AlertBox.CARRIED)
                .sorted(pressing())
                .toList();
    }

    /** Alerts of the scope and rule that have ended, the newest first. */
    List<Alert> resolved() {
        return views.alerts().stream()
                .filter(alert -> alert.status() == Alert.Status.RESOLVED)
                .filter(alert -> isOfRule(alert) && isInScope(alert))
                .sorted(Comparator.comparingLong(Alert::resolvedAt).reversed())
                .toList();
    }

    AlertBox box(Alert alert) {
        return AlertBox.of(alert, now);
    }

    boolean isShown(Alert alert) {
        return show == null || box(alert) == show;
    }

    /** Whether an alert in scope is about the node asked for itself. */
    boolean isOfNode(Alert alert) {
        AlertSubject subject = alert.subject();
        boolean company = node.equals(Organization.COMPANY);
        return node.equals(subject.node()) && (company || subject.tree() == scope.tree());
    }

    /** Deals older than any won one are one line, unless they are asked for. */
    boolean isOfRule(Alert alert) {
        return rule == null ? !alert.rule().isForTheDigest() : alert.rule().name().equals(rule);
    }

    private boolean isInScope(Alert alert) {
        AlertSubject subject = alert.subject();
        return switch (subject.kind()) {
            case DEAL -> {
                DealForecast deal = views.deal(alert.opportunityId());
                yield scope.holds(alert.owner(), deal == null ? null : deal.territory());
            }
            case TEAM -> scope.below() == null || isBelow(subject.tree(), subject.node());
            case FEED -> true;
        };
    }

    private boolean isBelow(Tree tree, String node) {
        Node team = tree == scope.tree() ? names.node(tree, node) : null;
        return team != null
                && !team.id().equals(Organization.COMPANY)
                && scope.below().contains(node);
    }
}
