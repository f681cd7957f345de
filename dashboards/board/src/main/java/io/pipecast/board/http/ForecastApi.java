package io.pipecast.board.http;

import io.javalin.http.Context;
import io.pipecast.board.access.Seen;
import io.pipecast.board.http.Answers.NodeRef;
import io.pipecast.board.http.Answers.PeriodForecast;
import io.pipecast.board.views.CallLog;
import io.pipecast.board.views.Earlier;
import io.pipecast.board.views.ForecastSnapshot;
import io.pipecast.board.views.HistoryPoint;
import io.pipecast.board.views.Node;
import io.pipecast.board.views.PeriodPath;
import io.pipecast.board.views.SameDay;
import io.pipecast.codec.control.Call;
import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.domain.forecast.ModelMetrics;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Forecasts of nodes: {@code /api/forecast}, {@code /api/nodes}, {@code /api/history}. */
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

    record Point(
            long asOf,
            Long closed,
            Long commit,
            Long stageWeighted,
            Long p10,
            Long p50,
            Long p90,
            Long quota) {
        static Point of(HistoryPoint point) {
            return new Point(
                    point.asOf(),
                    Answers.known(point.closed()),
                    Answers.known(point.commit()),
                    Answers.known(point.stageWeighted()),
                    Answers.known(point.p10()),
                    Answers.known(point.p50()),
                    Answers.known(point.p90()),
                    Answers.known(point.quota()));
        }
    }

    /** Signed errors relative to what the period closed at. */
    record Judged(
            String period,
            long asOf,
            Long landed,
            Long model,
            Double modelError,
            Long stageWeighted,
            Double stageWeightedError,
            Long commit,
            Double commitError,
            Long call,
            Double callError) {
        /** A day, and the call that stood on it. */
        static Judged of(SameDay day, long call) {
            return new Judged(
                    day.period(),
                    day.asOf(),
                    Answers.known(day.landed()),
                    Answers.known(day.model()),
                    Answers.known(day.error(day.model())),
                    Answers.known(day.stageWeighted()),
                    Answers.known(day.error(day.stageWeighted())),
                    Answers.known(day.commit()),
                    Answers.known(day.error(day.commit())),
                    Answers.known(call),
                    Answers.known(day.error(call)));
        }
    }

    /**
     * The path of a forecast through a period.
     *
     * @param startAt first instant of the period, epoch milliseconds
     * @param endAt first instant after it
     * @param businessDaysLeft from the forecast's day to the period's end
     */
    record History(
            String period,
            long startAt,
            long endAt,
            int businessDaysLeft,
            List<Point> points,
            List<Judged> sameDay) {}

    void history(Seen views, Context context) {
        Node node = Requests.node(context, views);
        PipelineForecast row = Requests.period(context, node);
        PeriodPath path = views.path(node, row.period());
        List<Point> points = path == null ? List.of() : points(path, row);
        context.json(
                new History(
                        row.period(),
                        calendar.days().startOf(row.periodStart()),
                        calendar.days().startOf(row.periodEnd()),
                        left(row),
                        points,
                        views.sameDayOf(row, PERIODS_JUDGED).stream()
                                .map(day -> Judged.of(day, called(views, node, day)))
                                .toList()));
    }

    private static long called(Seen views, Node node, SameDay day) {
        Call call = CallLog.standing(views.calls(node, day.period()), day.asOf());
        return call == null ? Quantity.MISSING : call.commit();
    }

    /** The days of the period itself; before its start, the days it has been forecast on. */
    private List<Point> points(PeriodPath path, PipelineForecast row) {
        boolean begun = calendar.days().dayOf(row.asOf()) >= path.startDay();
        int first = begun ? path.startDay() : Integer.MIN_VALUE;
        return path.points().tailMap(first).values().stream().map(Point::of).toList();
    }

    private int left(PipelineForecast row) {
        int today = calendar.days().dayOf(row.asOf());
        return calendar.business().between(Math.min(today, row.periodEnd()), row.periodEnd());
    }
}
