package io.pipecast.board.http;

import io.javalin.http.Context;
import io.pipecast.board.access.Seen;
import io.pipecast.board.http.Answers.NodeRef;
import io.pipecast.board.http.Answers.PeriodForecast;
import io.pipecast.board.views.Earlier;
import io.pipecast.board.views.ForecastSnapshot;
import io.pipecast.board.views.Node;
import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.domain.forecast.ModelMetrics;
import io.pipecast.domain.forecast.PipelineForecast;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Forecasts of nodes: {@code /api/forecast}, {@code /api/nodes}. */
final class ForecastApi {
    private static final int PERIODS_JUDGED = 4;

    private final SalesCalendar calendar;

    ForecastApi(SalesCalendar calendar) {
        this.calendar = calendar;
    }

    /** Where a period stands, in business days. */
    record Pace(int businessDays, int elapsed, int left) {}

    record Child(NodeRef node, boolean leaf, PeriodForecast forecast) {}

    record Forecast(
            long cut,
            long asOf,
            String currency,
            NodeRef node,
            boolean leaf,
            List<NodeRef> path,
            PeriodForecast forecast,
            String neededBy,
            ByHand byHand,
            Pace pace,
            List<PeriodForecast> periods,
            List<Child> children) {}

    void forecast(Seen views, Context context) {
        ForecastSnapshot snapshot = views.forecasts();
        Node node = Requests.node(context, views);
        PipelineForecast row = Requests.period(context, node);
        List<Node> children = snapshot.children(node);
        context.json(
                new Forecast(
                        snapshot.cut(),
                        snapshot.asOf(),
                        row.currency(),
                        NodeRef.of(node),
                        children.isEmpty(),
                        snapshot.path(node).stream().map(NodeRef::of).toList(),
                        Answers.beside(row, new Earlier(views.sameDayOf(row, PERIODS_JUDGED))),
                        neededBy(views, row),
                        ByHand.of(views, Scope.of(context, views), row),
                        pace(row),
                        node.periods().stream().map(PeriodForecast::of).toList(),
                        children.stream().map(child -> child(snapshot, child, row)).toList()));
    }

    /**
     * The last day on which new pipeline still has half of its chances to be won in the period, as
     * far as the model that made the row knows: later, what is needed is hardly to be had by new
     * deals.
     */
    private static String neededBy(Seen views, PipelineForecast row) {
        double days = views.models().metric(row.modelVersion(), ModelMetrics.HALF_WON_WITHIN);
        return Double.isNaN(days) ? null : Answers.date(row.periodEnd() - (long) days);
    }

    private static Child child(ForecastSnapshot snapshot, Node child, PipelineForecast parent) {
        PipelineForecast row = child.period(parent.period());
        return new Child(
                NodeRef.of(child),
                snapshot.children(child).isEmpty(),
                row == null ? null : PeriodForecast.of(row));
    }

    private Pace pace(PipelineForecast row) {
        int today = calendar.days().dayOf(row.asOf());
        int at = Math.min(row.periodEnd(), Math.max(row.periodStart(), today));
        return new Pace(
                calendar.business().between(row.periodStart(), row.periodEnd()),
                calendar.business().between(row.periodStart(), at),
                calendar.business().between(at, row.periodEnd()));
    }

    void nodes(Seen views, Context context) {
        List<Map<String, Object>> nodes = new ArrayList<>();
        for (Node node : views.forecasts().nodes()) {
            nodes.add(
                    Map.of(
                            "node",
                            NodeRef.of(node),
                            "parent",
                            node.parent() == null ? "" : node.parent()));
        }
        context.json(nodes);
    }
}
