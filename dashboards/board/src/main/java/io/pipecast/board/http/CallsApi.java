package io.pipecast.board.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.pipecast.board.access.Seen;
import io.pipecast.board.access.Viewer;
import io.pipecast.board.http.Answers.NodeRef;
import io.pipecast.board.views.CallWeeks;
import io.pipecast.board.views.Node;
import io.pipecast.codec.control.Call;
import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.PipelineForecast.PeriodRole;
import io.pipecast.domain.organization.Tree;
import java.util.List;
import java.util.UUID;

/**
 * Calls: {@code GET /api/calls?node&period}, and {@code POST /api/calls} with node, period, commit,
 * bestCase (minor units) and note. Everybody calls their own node for the current or the next
 * period; the answer comes once the broker has it.
 */
final class CallsApi {
    private static final long LARGEST = 10_000_000_000_000L;

    private final CallWeeks weeks;
    private final DayClock days;
    private final Deeds deeds;

    CallsApi(CallWeeks weeks, DayClock days, Deeds deeds) {
        this.weeks = weeks;
        this.days = days;
        this.deeds = deeds;
    }

    /** A period one may ask about. */
    record PeriodRef(String id, String role) {}

    /**
     * The calls of a node and of those right below it.
     *
     * @param now instant of the answer by the job's clock
     * @param deadline until when this week's calls are submitted
     * @param maySubmit whether the one who asks calls this node
     * @param missing how many right below have not submitted this week
     * @param weeks earlier weeks of the period, the newest first
     * @param scores ended periods, the newest first
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Calls(
            NodeRef node,
            List<NodeRef> path,
            String period,
            String start,
            String end,
            List<PeriodRef> periods,
            long now,
            long deadline,
            boolean maySubmit,
            CallRows.Row own,
            List<CallRows.Row> below,
            int missing,
            List<CallRows.Week> weeks,
            List<CallRows.Score> scores) {}

    void calls(Seen views, Context context) {
        Node node = node(views, Requests.text(context, "node", views.viewer().home()));
        PipelineForecast row = Requests.period(context, node);
        CallRows rows = new CallRows(views, weeks, row.period());
        List<CallRows.Row> below =
                views.forecasts().children(node).stream().map(rows::row).toList();
        boolean open = isOpen(node, row);
        context.json(
                new Calls(
                        NodeRef.of(node),
                        views.forecasts().path(node).stream().map(NodeRef::of).toList(),
                        row.period(),
                        Answers.date(row.periodStart()),
                        Answers.date(row.periodEnd()),
                        periods(node),
                        views.now(),
                        weeks.deadline(views.now()),
                        open && calls(views.viewer(), node),
                        rows.row(node),
                        below,
                        (int) below.stream().filter(r -> !r.submitted()).count(),
                        rows.weeks(node, days.startOf(row.periodStart()), end(row)),
                        rows.scores(node)));
    }

    /** The same as a table: the node, then who is right below it. */
    void table(Seen views, Context context) {
        Node node = node(views, Requests.text(context, "node", views.viewer().home()));
        PipelineForecast row = Requests.period(context, node);
        CallRows rows = new CallRows(views, weeks, row.period());
        CsvTable table = new CsvTable(CallRows.HEADS);
        table.row(rows.cells(node, row.currency()));
        views.forecasts().children(node).forEach(n -> table.row(rows.cells(n, row.currency())));
        table.send(context, "calls-" + row.period());
    }

    private static Node node(Seen views, String id) {
        if (views.forecasts().isEmpty()) {
            throw ApiProblem.notFound("no forecast has arrived yet");
        }
        Node node = views.forecasts().node(Tree.REPORTING, id);
        if (node == null) {
            throw ApiProblem.notFound("no node " + id + " in the reporting tree");
        }
        return node;
    }

    private long end(PipelineForecast row) {
        return days.startOf(row.periodEnd());
    }

    private static List<PeriodRef> periods(Node node) {
        return node.periods().stream()
                .filter(row -> row.periodKind() == PeriodRole.PAST || isOpen(node, row))
                .map(row -> new PeriodRef(row.period(), row.periodKind().name()))
                .toList();
    }

    /** Whether it is the current fiscal period or the one that follows it. */
    private static boolean isOpen(Node node, PipelineForecast row) {
        PipelineForecast current = node.current();
        return current != null
                && (row.period().equals(current.period())
                        || (row.periodKind() == PeriodRole.NEXT
                                && row.periodStart() == current.periodEnd()));
    }

    /** Everybody calls their own node; on a board without sign-in, whoever looks calls any. */
    private static boolean calls(Viewer viewer, Node node) {
        return viewer.isAnybody() || node.id().equals(viewer.callsFor());
    }

    void submit(Seen views, Context context) {
        JsonNode body = Bodies.json(context);
        String home = views.viewer().home();
        String asked = Bodies.text(body, "node");
        Node node = node(views, asked == null ? home : asked);
        if (!calls(views.viewer(), node)) {
            throw ApiProblem.forbidden(
                    "node must be the one you call, was another; each calls their own");
        }
        Call call = call(body, node, views);
        deeds.send(context, control -> control.send(call), "callId", call.callId());
    }

    private Call call(JsonNode body, Node node, Seen views) {
        String period = Bodies.text(body, "period");
        PipelineForecast row = period == null ? node.current() : node.period(period);
        if (row == null || !isOpen(node, row) || views.now() >= end(row)) {
            throw ApiProblem.badRequest(
                    "period must be the current or the next one, was " + period);
        }
        long commit = money(body, "commit");
        long bestCase = body.path("bestCase").isNull() ? Call.NONE : money(body, "bestCase");
        if (commit == Call.NONE) {
            throw ApiProblem.badRequest("commit must be given, was missing");
        }
        if (bestCase != Call.NONE && bestCase < commit) {
            throw ApiProblem.badRequest(
                    "bestCase must be at least commit, was " + bestCase + " below " + commit);
        }
        return new Call(
                UUID.randomUUID().toString(),
                Tree.REPORTING,
                views.idOf(node),
                row.period(),
                commit,
                bestCase,
                Bodies.text(body, "note"),
                views.now(),
                views.viewer().actor());
    }

    private static long money(JsonNode body, String name) {
        JsonNode value = body.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Call.NONE;
        }
        if (!value.canConvertToLong()
                || !value.isIntegralNumber()
                || value.asLong() < 0
                || value.asLong() > LARGEST) {
            throw ApiProblem.badRequest(
                    name
                            + " must be a whole number of minor units between 0 and "
                            + LARGEST
                            + ", was "
                            + value);
        }
        return value.asLong();
    }
}
