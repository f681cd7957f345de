package io.pipecast.board.http;

import io.javalin.http.Context;
import io.pipecast.board.access.Seen;
import io.pipecast.board.http.Answers.NodeRef;
import io.pipecast.board.http.Answers.PeriodForecast;
import io.pipecast.board.http.DealsApi.MoveRow;
import io.pipecast.board.views.ForecastSnapshot;
import io.pipecast.board.views.Move;
import io.pipecast.board.views.Node;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.domain.deal.ForecastCategory;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.Horizon;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.Quantity;
import io.pipecast.domain.organization.Tree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a manager talks over with each rep: {@code /api/week?node&days}. A manager's reps are the
 * ends of the reporting tree below the node asked for; of a rep, itself.
 */
final class WeekApi {
    private static final long DAY_MILLIS = 86_400_000L;
    private static final int MOST_DAYS = 92;

    /** Lines of a list; how many there are is said beside it. */
    private static final int SHOWN = 8;

    /** Committed deals with a lower chance are doubted, millionths. */
    private static final int DOUBT = 500_000;

    private static final Comparator<DealForecast> LARGEST_FIRST =
            Comparator.comparingLong(DealForecast::corporateAmount)
                    .reversed()
                    .thenComparing(DealForecast::opportunityId);

    private final DealsApi dealRows;
    private final SalesCalendar calendar;

    WeekApi(DealsApi dealRows, SalesCalendar calendar) {
        this.dealRows = dealRows;
        this.calendar = calendar;
    }

    /**
     * Some deals of a rep.
     *
     * @param count how many there are
     * @param amount their amounts as far as known, corporate minor units; null where none is
     * @param deals the largest
     */
    record Deals(int count, Long amount, List<DealRow> deals) {}

    /**
     * A rep.
     *
     * @param forecast of the current period, or null
     * @param moves what changed since, the newest first
     * @param doubted committed deals of this period that the model gives less than an even chance
     * @param noNextStep deals of this period with neither a next step nor a meeting ahead
     * @param due deals with a close date from today to the end of this period
     * @param overdue open deals with a close date before today
     * @param openAlerts how many there are
     * @param alerts the first of them
     */
    record Rep(
            NodeRef node,
            PeriodForecast forecast,
            List<MoveRow> moves,
            Deals doubted,
            Deals noNextStep,
            Deals due,
            Deals overdue,
            int openAlerts,
            List<AlertRow> alerts) {}

    /**
     * A manager's week.
     *
     * @param since moves are told from this instant on, epoch milliseconds
     * @param managers nodes with reps right below, to choose from
     */
    record Week(
            NodeRef node,
            String period,
            long asOf,
            long since,
            List<NodeRef> managers,
            List<Rep> reps) {}

    void week(Seen views, Context context) {
        ForecastSnapshot snapshot = views.forecasts();
        Node node = Requests.node(context, views);
        if (node.tree() != Tree.REPORTING) {
            throw ApiProblem.badRequest("tree must be reporting for a manager's week");
        }
        int days = Requests.number(context, "days", 7, MOST_DAYS);
        long since = snapshot.asOf() - days * DAY_MILLIS;
        Sources sources = Sources.of(views);
        List<Rep> reps =
                ends(snapshot, node).stream().map(rep -> rep(rep, since, sources, views)).toList();
        PipelineForecast current = node.current();
        context.json(
                new Week(
                        NodeRef.of(node),
                        current == null ? null : current.period(),
                        snapshot.asOf(),
                        since,
                        managers(snapshot),
                        reps));
    }

    /** Open deals and alerts by owner. */
    private record Sources(Map<String, List<DealForecast>> deals, Map<String, List<Alert>> alerts) {
        static Sources of(Seen views) {
            return new Sources(
                    views.deals().stream()
                            .filter(d -> d.outcome() == Outcome.OPEN && d.owner() != null)
                            .sorted(LARGEST_FIRST)
                            .collect(Collectors.groupingBy(DealForecast::owner)),
                    views.openAlerts().stream()
                            .filter(a -> a.owner() != null && a.subject().isDeal())
                            .collect(Collectors.groupingBy(Alert::owner)));
        }
    }

    private static List<Node> ends(ForecastSnapshot snapshot, Node node) {
        List<Node> children = snapshot.children(node);
        if (children.isEmpty()) {
            return List.of(node);
        }
        List<Node> ends = new ArrayList<>();
        children.forEach(child -> ends.addAll(ends(snapshot, child)));
        return ends;
    }

    private static List<NodeRef> managers(ForecastSnapshot snapshot) {
        return snapshot.nodes().stream()
                .filter(node -> node.tree() == Tree.REPORTING)
                .filter(
                        node ->
                                snapshot.children(node).stream()
                                        .anyMatch(c -> snapshot.children(c).isEmpty()))
                .map(NodeRef::of)
                .toList();
    }

    private Rep rep(Node rep, long since, Sources sources, Seen views) {
        ForecastSnapshot snapshot = views.forecasts();
        PipelineForecast row = rep.current();
        List<DealForecast> open = sources.deals().getOrDefault(rep.id(), List.of());
        List<Alert> ofRep = sources.alerts().getOrDefault(rep.id(), List.of());
        Map<String, List<Alert>> alerts =
                ofRep.stream().collect(Collectors.groupingBy(Alert::opportunityId));
        Rows rows = new Rows(open, alerts, views);
        Predicate<DealForecast> due = deal -> row != null && isDue(deal, row);
        List<Move> moves =
                views.moves(move -> move.at() >= since && rep.id().equals(move.owner()), SHOWN);
        return new Rep(
                NodeRef.of(rep),
                row == null ? null : PeriodForecast.of(row),
                moves.stream().map(move -> dealRows.row(move, views)).toList(),
                rows.of(due.and(WeekApi::isDoubted)),
                rows.of(due.and(WeekApi::hasNoNextStep)),
                rows.of(due),
                rows.of(deal -> row != null && isOverdue(deal, row)),
                ofRep.size(),
                ofRep.stream().limit(SHOWN).map(alert -> AlertRow.of(alert, snapshot)).toList());
    }

    /** Makes lists of a rep's deals. */
    private record Rows(List<DealForecast> open, Map<String, List<Alert>> alerts, Seen views) {
        Deals of(Predicate<DealForecast> wanted) {
            List<DealForecast> found = open.stream().filter(wanted).toList();
            Long amount =
                    found.stream()
                            .map(DealForecast::corporateAmount)
                            .filter(known -> known != Quantity.MISSING)
                            .reduce(Long::sum)
                            .orElse(null);
            return new Deals(
                    found.size(), amount, found.stream().limit(SHOWN).map(this::row).toList());
        }

        private DealRow row(DealForecast deal) {
            return DealRow.of(deal, alerts.getOrDefault(deal.opportunityId(), List.of()), views);
        }
    }

    private boolean isDue(DealForecast deal, PipelineForecast period) {
        return deal.closeDate() != Quantity.MISSING
                && deal.closeDate() >= today(period)
                && deal.closeDate() < period.periodEnd();
    }

    private boolean isOverdue(DealForecast deal, PipelineForecast period) {
        return deal.closeDate() != Quantity.MISSING && deal.closeDate() < today(period);
    }

    private int today(PipelineForecast row) {
        return calendar.days().dayOf(row.asOf());
    }

    private static boolean isDoubted(DealForecast deal) {
        return deal.category() == ForecastCategory.COMMIT
                && deal.tellsChances()
                && deal.probability(Horizon.CURRENT_PERIOD) < DOUBT;
    }

    private static boolean hasNoNextStep(DealForecast deal) {
        return (deal.nextStep() == null || deal.nextStep().isBlank())
                && deal.meetingAt() == Quantity.MISSING;
    }
}
