package io.pipecast.board.http;

import io.javalin.http.Context;
import io.pipecast.board.access.Seen;
import io.pipecast.board.views.CallLog;
import io.pipecast.board.views.HistoryPoint;
import io.pipecast.board.views.Node;
import io.pipecast.board.views.PeriodPath;
import io.pipecast.board.views.SameDay;
import io.pipecast.codec.control.Call;
import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.Quantity;
import java.util.List;

/**
 * The way of a forecast through its period, with that of earlier periods: {@code /api/history}.
 * What was closed has two pasts, as published then and as known now.
 */
final class HistoryApi {
    private static final int EARLIER = 4;
    private static final long DAY_MILLIS = 86_400_000L;

    private final SalesCalendar calendar;
    private final long retentionMillis;

    /**
     * A history.
     *
     * @param retentionDays how long closed deals are kept
     */
    HistoryApi(SalesCalendar calendar, int retentionDays) {
        this.calendar = calendar;
        this.retentionMillis = retentionDays * DAY_MILLIS;
    }

    /**
     * What was said at a midnight, or is said now.
     *
     * @param closed as published then
     * @param closedKnown the same as known now, or null where that is not known
     */
    record Point(
            long asOf,
            Long closed,
            Long closedKnown,
            Long commit,
            Long stageWeighted,
            Long p10,
            Long p50,
            Long p90,
            Long quota) {
        static Point of(HistoryPoint point, Long closedKnown) {
            return new Point(
                    point.asOf(),
                    Answers.known(point.closed()),
                    closedKnown,
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
     * @param pastKnown whether what was closed is also told as known now
     * @param earlier the last ended periods, the newest first
     */
    record History(
            String period,
            long startAt,
            long endAt,
            int businessDaysLeft,
            boolean pastKnown,
            List<Point> points,
            List<Way> earlier,
            List<Judged> sameDay) {}

    /** What had been closed by a midnight, as published then and as known now. */
    record Closed(long asOf, Long closed, Long closedKnown) {}

    /** How an earlier period came to what it closed at. */
    record Way(String period, long startAt, long endAt, List<Closed> points) {}

    void history(Seen views, Context context) {
        Node node = Requests.node(context, views);
        PipelineForecast row = Requests.period(context, node);
        long start = days().startOf(row.periodStart());
        long since = views.now() - retentionMillis;
        KnownPast past = KnownPast.of(views, Scope.of(context, views), row, start, since);
        PeriodPath path = views.path(node, row.period());
        context.json(
                new History(
                        row.period(),
                        start,
                        days().startOf(row.periodEnd()),
                        left(row),
                        past.isTold(),
                        path == null ? List.of() : points(path, row, past),
                        views.endedBy(node, row.periodStart()).stream()
                                .limit(EARLIER)
                                .map(ended -> way(ended, past))
                                .toList(),
                        views.sameDayOf(row, EARLIER).stream()
                                .map(day -> Judged.of(day, called(views, node, day)))
                                .toList()));
    }

    private DayClock days() {
        return calendar.days();
    }

    private Way way(PeriodPath path, KnownPast past) {
        long start = days().startOf(path.startDay());
        long end = days().startOf(path.endDay());
        List<Closed> points =
                path.points().tailMap(path.startDay()).values().stream()
                        .filter(point -> point.asOf() <= end)
                        .map(point -> closed(point, start, past))
                        .toList();
        return new Way(path.period(), start, end, points);
    }

    private static Closed closed(HistoryPoint point, long start, KnownPast past) {
        return new Closed(
                point.asOf(), Answers.known(point.closed()), past.closed(start, point.asOf()));
    }

    private static long called(Seen views, Node node, SameDay day) {
        Call call = CallLog.standing(views.calls(node, day.period()), day.asOf());
        return call == null ? Quantity.MISSING : call.commit();
    }

    /** The days of the period itself; before its start, the days it has been forecast on. */
    private List<Point> points(PeriodPath path, PipelineForecast row, KnownPast past) {
        boolean begun = days().dayOf(row.asOf()) >= path.startDay();
        int first = begun ? path.startDay() : Integer.MIN_VALUE;
        long start = days().startOf(path.startDay());
        return path.points().tailMap(first).values().stream()
                .map(point -> Point.of(point, past.closed(start, point.asOf())))
                .toList();
    }

    private int left(PipelineForecast row) {
        int today = calendar.days().dayOf(row.asOf());
        return calendar.business().between(Math.min(today, row.periodEnd()), row.periodEnd());
    }
}
